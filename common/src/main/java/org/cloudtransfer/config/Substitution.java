package org.cloudtransfer.config;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.OsloConfig.Assignment;
import org.cloudtransfer.config.OsloConfig.Name;

/**
 * Replaces {@code $name}, <code>${name}</code> and <code>${group.name}</code>; {@code $$} and
 * {@code \$} are a dollar sign.
 *
 * <p>A reference to what no file sets stays as it stands. The service would either insert a
 * built-in default, which cannot be known here, or refuse to start; as it runs, and as crowbar
 * writes passwords without escaping them, the dollar sign is most likely a plain character.
 */
final class Substitution {
  private static final int DEPTH_MAX = 16;

  /** So many characters may come in by references to one value. */
  private static final int TAKEN_MAX = 1 << 20;

  private static final String NAME = "([A-Za-z_][A-Za-z0-9_.]*)";
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$|\\\\\\$|\\$" + NAME + "|\\$\\{" + NAME + "}");

  private final OsloConfig config;
  private boolean leftAny;
  private int taken;

  Substitution(OsloConfig config) {
    this.config = config;
  }

  String of(Assignment assignment) {
    return replaced(assignment, 0);
  }

  /** Whether a reference was left as it stands. */
  boolean leftAny() {
    return leftAny;
  }

  private String replaced(Assignment assignment, int depth) {
    if (depth > DEPTH_MAX) {
      throw StopException.badInput(
          assignment.place() + " refers to itself.",
          "Correct the $ references; a plain dollar sign is written $$.");
    }
    return REFERENCE
        .matcher(assignment.text())
        .replaceAll(match -> Matcher.quoteReplacement(replacement(match, assignment, depth)));
  }

  private String replacement(MatchResult match, Assignment from, int depth) {
    String name = match.group(1) == null ? match.group(2) : match.group(1);
    if (name == null) {
      return "$";
    }
    Optional<Assignment> target = target(name, from.name().section());
    leftAny |= target.isEmpty();
    target.ifPresent(found -> take(found, from));
    return target.map(found -> replaced(found, depth + 1)).orElse(match.group());
  }

  /** A few references to references to references would fill any memory. */
  private void take(Assignment found, Assignment from) {
    taken += found.text().length() + 1;
    if (taken > TAKEN_MAX) {
      throw StopException.badInput(
          from.place() + " grows beyond all measure by its $ references.",
          "Correct them; a plain dollar sign is written $$.");
    }
  }

  private Optional<Assignment> target(String name, String section) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return config.assigned(new Name(name.substring(0, dot), name.substring(dot + 1)));
    }
    return config
        .assigned(new Name(section, name))
        .or(() -> config.assigned(new Name(OsloConfig.DEFAULT, name)));
  }
}
