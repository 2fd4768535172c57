package org.cloudtransfer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the user typed, to tell the exact command for the next step. */
public final class Typed {
  /** How a run tells of itself is no part of what it does. */
  private static final Set<String> MANNERS =
      Set.of(
          "-v",
          "--quiet",
          "--output",
          "--debug",
          "--no-progress",
          "--report",
          "--events",
          "--dry-run");

  private final CommandSpec spec;

  public Typed(CommandSpec spec) {
    this.spec = spec;
  }

  /** The same once more. */
  public String again() {
    return text(spec, "", "");
  }

  /** The program without a subcommand, with the options that this command was given. */
  public String program(String more) {
    return text(spec.root(), more, "");
  }

  /** A subcommand with the options that this command was given. */
  public String command(String name, String more) {
    return command(name, more, "");
  }

  /**
   * The same.
   *
   * @param except an option that means something else there
   */
  public String command(String name, String more, String except) {
    return text(spec.root().subcommands().get(name).getCommandSpec(), more, except);
  }

  private String text(CommandSpec other, String more, String except) {
    List<String> words = new ArrayList<>(List.of(other.qualifiedName()));
    spec.commandLine().getParseResult().matchedOptionsSet().stream()
        .filter(option -> !MANNERS.contains(option.longestName()))
        .filter(option -> !option.longestName().equals(except))
        .filter(option -> other.findOption(option.longestName()) != null)
        .forEach(option -> add(option, words));
    if (!more.isEmpty()) {
      words.add(more);
    }
    return String.join(" ", words);
  }

  private static void add(OptionSpec option, List<String> words) {
    if (option.arity().max() == 0) {
      words.add(option.longestName());
      return;
    }
    option
        .originalStringValues()
        .forEach(value -> words.add(option.longestName() + " " + quoted(value)));
  }

  public static String quoted(Object path) {
    return quoted(path.toString());
  }

  /** As a shell reads it. */
  private static String quoted(String word) {
    return word.matches("[\\w./:@%+=,-]+")
        ? word
        : word.chars()
            .mapToObj(c -> c == '\'' ? "'\\''" : Character.toString(c))
            .collect(Collectors.joining("", "'", "'"));
  }
}
