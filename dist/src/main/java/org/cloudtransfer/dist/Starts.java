package org.cloudtransfer.dist;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The starts whose classes are archived: each program's version, and the help of every command. */
final class Starts {
  private Starts() {}

  /** Main class and arguments of each; all of them end with 0. */
  static List<List<String>> all() {
    List<List<String>> starts = new ArrayList<>();
    for (CommandLine program : Commands.programs()) {
      String main = "org.cloudtransfer." + program.getCommandName() + ".Main";
      if (program.getCommandSpec().findOption("--version") != null) {
        starts.add(List.of(main, "--version"));
      }
      Commands.of(program).stream()
          .filter(command -> command.findOption("--help") != null)
          .forEach(command -> starts.add(help(main, command)));
    }
    return starts;
  }

  private static List<String> help(String main, CommandSpec command) {
    List<String> start = new ArrayList<>(List.of(main));
    List<String> names = List.of(command.qualifiedName(" ").split(" "));
    start.addAll(names.subList(1, names.size()));
    start.add("--help");
    return start;
  }
}
