package org.cloudtransfer.dist;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/options.md}: every command and option, as help has them. */
final class OptionsDocument {
  private static final String HEAD =
      """
      # Every command and option
      Written by the build from the same model as `--help`, the manual pages and the completion; do not edit. How they are used:
      [guide.md](guide.md).
      """;

  private OptionsDocument() {}

  static String text() {
    return HEAD
        + Commands.all().stream().map(OptionsDocument::section).collect(Collectors.joining());
  }

  private static String section(CommandSpec command) {
    StringBuilder section = new StringBuilder("\n## " + command.qualifiedName() + "\n");
    Commands.description(command).forEach(line -> section.append(cell(line)).append('\n'));
    List<OptionSpec> options = Commands.options(command);
    if (!options.isEmpty()) {
      section.append("\n| option | |\n|---|---|\n");
      options.forEach(option -> section.append(row(option)));
    }
    return section.toString();
  }

  private static String row(OptionSpec option) {
    return "| `%s` | %s |%n"
        .formatted(
            Commands.spelling(option).replace("|", "\\|"), cell(Commands.description(option)));
  }

  /** Names in capitals and in angle brackets are not to be taken for marks. */
  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
  }
}
