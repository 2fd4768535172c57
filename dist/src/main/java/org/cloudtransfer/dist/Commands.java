package org.cloudtransfer.dist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The programs' commands as picocli knows them: the one source of help and of all that is here. */
final class Commands {
  private Commands() {}

  /** The programs with a manual page and completion. */
  static List<CommandLine> programs() {
    return List.of(
        org.cloudtransfer.download.Main.commands(),
        org.cloudtransfer.upload.Main.commands(),
        org.cloudtransfer.demo.Main.commands());
  }

  /** A program and its commands, in the order of its help. */
  static List<CommandSpec> of(CommandLine program) {
    List<CommandSpec> all = new ArrayList<>(List.of(program.getCommandSpec()));
    new LinkedHashSet<>(program.getSubcommands().values())
        .forEach(command -> all.addAll(of(command)));
    return all;
  }

  /** All commands of all programs. */
  static List<CommandSpec> all() {
    return programs().stream().flatMap(program -> of(program).stream()).toList();
  }

  /** The options that help shows, in its order. */
  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparingInt(OptionSpec::order))
        .toList();
  }

  static List<PositionalParamSpec> positionals(CommandSpec command) {
    return command.positionalParameters().stream().filter(p -> !p.hidden()).toList();
  }

  static List<CommandSpec> subcommands(CommandSpec command) {
    return new LinkedHashSet<>(command.subcommands().values())
        .stream().map(CommandLine::getCommandSpec).toList();
  }

  /** {@code -q, --quiet} or {@code --map FILE}. */
  static String spelling(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  /** What help says of an option or parameter, in one line. */
  static String description(ArgSpec argument) {
    return String.join(" ", argument.description()).strip();
  }

  /** What help says of a command, in one line for each paragraph. */
  static List<String> description(CommandSpec command) {
    return Stream.of(command.usageMessage().description())
        .map(Commands::formatted)
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** Examples, exit codes and the like. */
  static List<String> footer(CommandSpec command) {
    return Stream.of(command.usageMessage().footer())
        .flatMap(line -> formatted(line).lines())
        .toList();
  }

  /** Unlike those of arguments, these are still as they are written. */
  private static String formatted(String line) {
    return String.format(line);
  }
}
