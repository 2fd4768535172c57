package org.cloudtransfer.dist;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Completion of one program in bash and in zsh. */
final class Completion {
  private Completion() {}

  static String bash(CommandLine program) {
    return AutoComplete.bash(program.getCommandName(), program);
  }

  static String zsh(CommandLine program) {
    return ZshCompletion.of(program.getCommandSpec());
  }
}
