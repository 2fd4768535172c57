package org.cloudtransfer.dist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of one command, in the man macros of roff. */
final class ManPage {
  private final CommandSpec command;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec command) {
    this.command = command;
  }

  /** {@code upload-plan.1}. */
  static String file(CommandSpec command) {
    return command.qualifiedName("-") + ".1";
  }

  /**
   * @param date of the version, as YYYY-MM-DD
   */
  static String of(CommandSpec command, String version, String date) {
    return new ManPage(command).write(version, date);
  }

  private String write(String version, String date) {
    List<String> description = Commands.description(command);
    String title = command.qualifiedName("-").toUpperCase(Locale.ROOT);
    line(".TH \"%s\" 1 \"%s\" \"cloudtransfer %s\" \"cloudtransfer\"", title, date, version);
    section("NAME");
    text(command.qualifiedName("-") + " - " + firstSentence(description.get(0)));
    section("SYNOPSIS");
    synopsis();
    section("DESCRIPTION");
    description.forEach(this::paragraph);
    arguments();
    subcommands();
    notes();
    section("SEE ALSO");
    text(seeAlso());
    return page.toString();
  }

  private void synopsis() {
    line(".B %s", escaped(command.qualifiedName()));
    line("[\\fIOPTION\\fR]...");
    Commands.positionals(command).forEach(p -> line("%s", escaped(p.paramLabel())));
    if (!command.subcommands().isEmpty()) {
      line(".br");
      line(".B %s", escaped(command.qualifiedName()));
      line("\\fICOMMAND\\fR [\\fIOPTION\\fR]...");
    }
  }

  private void arguments() {
    section("OPTIONS");
    for (PositionalParamSpec parameter : Commands.positionals(command)) {
      entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", Commands.description(parameter));
    }
    for (OptionSpec option : Commands.options(command)) {
      String names =
          Stream.of(option.names())
              .map(name -> "\\fB" + escaped(name) + "\\fR")
              .collect(Collectors.joining(", "));
      String value =
          option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
      entry(names + value, Commands.description(option));
    }
  }

  private void subcommands() {
    List<CommandSpec> commands = Commands.subcommands(command);
    if (commands.isEmpty()) {
      return;
    }
    section("COMMANDS");
    for (CommandSpec sub : commands) {
      entry("\\fB" + escaped(sub.name()) + "\\fR", firstSentence(Commands.description(sub).get(0)));
    }
  }

  private void notes() {
    List<String> footer = Commands.footer(command);
    if (footer.stream().allMatch(String::isBlank)) {
      return;
    }
    section("NOTES");
    for (String note : footer) {
      if (note.startsWith(" ")) {
        line(".br");
        line("\\fC%s\\fR", guarded(escaped(note.strip()).replace(" ", "\\ ")));
      } else if (!note.isBlank()) {
        paragraph(note);
      }
    }
  }

  private String seeAlso() {
    return Stream.concat(
            Stream.ofNullable(command.parent()), Commands.subcommands(command).stream())
        .map(other -> other.qualifiedName("-") + "(1), ")
        .collect(Collectors.joining())
        .concat("and the guide and runbook that are installed with this.");
  }

  private void section(String title) {
    line(".SH %s", title);
  }

  private void paragraph(String text) {
    line(".PP");
    text(text);
  }

  private void entry(String head, String text) {
    line(".TP");
    line("%s", head);
    text(text);
  }

  private void text(String text) {
    line("%s", guarded(escaped(text)));
  }

  private void line(String format, Object... arguments) {
    page.append(String.format(format, arguments)).append('\n');
  }

  private static String firstSentence(String text) {
    String sentence = text.split("(?<=[.:;])\\s", 2)[0];
    return sentence.replaceFirst("[.:;]$", "");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
  }

  /** A full stop or an apostrophe at the beginning of a line would be a request. */
  private static String guarded(String line) {
    return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
  }
}
