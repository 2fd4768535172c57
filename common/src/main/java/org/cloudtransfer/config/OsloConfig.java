package org.cloudtransfer.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of one service, merged from its files as oslo.config merges them: of two assignments
 * the later wins, and so does the later file.
 *
 * <p>Immutable. Follows {@code oslo_config/iniparser.py} and {@code cfg.py} of oslo.config 2.4
 * (Liberty), whose rules still hold.
 */
public final class OsloConfig {
  static final String DEFAULT = "DEFAULT";

  private final Map<Name, Assignment> assignments;

  private OsloConfig(Map<Name, Assignment> assignments) {
    this.assignments = assignments;
  }

  /**
   * Reads files in order of increasing precedence.
   *
   * @throws org.cloudtransfer.cli.StopException if one cannot be read, or is not in oslo.config's
   *     format; names file and line, never what the line says
   */
  public static OsloConfig read(List<Path> files) {
    Map<Name, Assignment> assignments = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      OsloFile.read(files.get(i), i).forEach(a -> assignments.put(a.name(), a));
    }
    return new OsloConfig(assignments);
  }

  /** An option in a section; section names are case-insensitive, except {@code DEFAULT}. */
  public record Name(String section, String option) {
    public Name {
      section = section.equals(DEFAULT) ? section : section.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return "[" + section + "] " + option;
    }
  }

  /**
   * The effective value of an option, references replaced.
   *
   * @param line where the assignment begins
   * @param doubtful whether a reference was left as it stands because no file sets what it names:
   *     an option's built-in default cannot be known from the files
   */
  public record Value(Name name, String text, Path file, int line, boolean doubtful) {

    /** File, line and option, for messages. */
    public String place() {
      return file + ":" + line + " " + name;
    }

    /** The place only: the text may be secret. */
    @Override
    public String toString() {
      return place();
    }
  }

  /** An assignment as it stands in a file. */
  record Assignment(Name name, String text, Path file, int line, int fileNumber) {
    String place() {
      return file + ":" + line + " " + name;
    }

    @Override
    public String toString() {
      return place();
    }
  }

  /** The value of an option, or nothing if no file sets it. */
  public Optional<Value> find(String section, String option) {
    return findFirst(new Name(section, option));
  }

  /**
   * The value of an option that has several spellings: the latest file wins, within it the spelling
   * that comes first here.
   */
  public Optional<Value> findFirst(Name... spellings) {
    return Stream.of(spellings)
        .flatMap(name -> assigned(name).stream())
        .min(Comparator.comparingInt(a -> -a.fileNumber()))
        .map(this::effective);
  }

  Optional<Assignment> assigned(Name name) {
    return Optional.ofNullable(assignments.get(name));
  }

  private Value effective(Assignment assignment) {
    Substitution substitution = new Substitution(this);
    String text = substitution.of(assignment);
    return new Value(
        assignment.name(), text, assignment.file(), assignment.line(), substitution.leftAny());
  }
}
