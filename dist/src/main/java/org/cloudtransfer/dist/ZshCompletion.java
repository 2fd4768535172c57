package org.cloudtransfer.dist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion of one program in zsh, for a directory of its {@code fpath}; with descriptions. */
final class ZshCompletion {
  private final CommandSpec program;
  private final StringBuilder script = new StringBuilder();

  private ZshCompletion(CommandSpec program) {
    this.program = program;
  }

  static String of(CommandSpec program) {
    return new ZshCompletion(program).write();
  }

  private String write() {
    line("#compdef " + program.name());
    line("# Written by the build from the same model as --help.");
    function(program);
    line("_" + program.name() + " \"$@\"");
    return script.toString();
  }

  /** Of a command, after those of its subcommands. */
  private void function(CommandSpec command) {
    List<CommandSpec> subcommands = Commands.subcommands(command);
    subcommands.forEach(this::function);
    line(name(command) + "() {");
    line("  local curcontext=$curcontext state line");
    line("  local -a commands");
    List<String> words = new ArrayList<>(List.of("-C"));
    if (!subcommands.isEmpty()) {
      words.addAll(List.of("-A", "'-*'"));
    }
    Commands.options(command).forEach(option -> words.addAll(words(option)));
    if (!subcommands.isEmpty()) {
      words.addAll(List.of("'1: :->command'", "'*:: :->rest'"));
    }
    line("  _arguments " + String.join(" \\\n    ", words));
    if (!subcommands.isEmpty()) {
      line("  case $state in");
      line("    command)");
      line("      commands=(");
      subcommands.forEach(sub -> line("        " + quoted(sub.name() + ":" + summary(sub))));
      line("      )");
      line("      _describe command commands ;;");
      line("    rest)");
      line("      case $line[1] in");
      subcommands.forEach(sub -> line("        " + sub.name() + ") " + name(sub) + " ;;"));
      line("      esac ;;");
      line("  esac");
    }
    line("}");
    line("");
  }

  private static String name(CommandSpec command) {
    return "_" + command.qualifiedName("_").replace('-', '_');
  }

  private static String summary(CommandSpec command) {
    return Commands.description(command).get(0);
  }

  /** One word for each name; any of them excludes the others unless it may be repeated. */
  private static List<String> words(OptionSpec option) {
    String names = String.join(" ", option.names());
    String before = option.isMultiValue() ? "*" : "(" + names + ")";
    String after = "[" + escaped(Commands.description(option)) + "]" + value(option);
    return Stream.of(option.names())
        .map(name -> quoted(before + name + (takesValue(option, name) ? "=" : "") + after))
        .toList();
  }

  private static boolean takesValue(OptionSpec option, String name) {
    return option.arity().max() > 0 && name.startsWith("--");
  }

  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    String label = option.paramLabel();
    return ":" + escaped(label) + ":" + choices(option, label);
  }

  private static String choices(OptionSpec option, String label) {
    if (label.matches("[a-z-]+(\\|[a-z-]+)+")) {
      return "(" + label.replace('|', ' ') + ")";
    }
    if (option.typeInfo().getType() != Path.class && !label.startsWith("FILE")) {
      return "";
    }
    return label.startsWith("DIR") ? "_files -/" : "_files";
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> "\\[]:".indexOf(c) >= 0 ? "\\" + (char) c : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
