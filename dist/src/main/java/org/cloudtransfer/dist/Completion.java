package org.cloudtransfer.dist;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Completion of one program in bash, and in zsh, which takes over bash's. */
final class Completion {
  private Completion() {}

  static String bash(CommandLine program) {
    return AutoComplete.bash(program.getCommandName(), program);
  }

  /**
   * For a directory of zsh's {@code fpath}: the script for bash is in {@code ../../bash-completion}
   * of it, in a package as in the unpacked archive.
   */
  static String zsh(CommandLine program) {
    return """
        #compdef %1$s
        autoload -U +X bashcompinit && bashcompinit
        source "${${(%%):-%%x}:A:h}/../../bash-completion/completions/%1$s"
        """
        .formatted(program.getCommandName());
  }
}
