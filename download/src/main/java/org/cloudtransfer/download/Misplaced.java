package org.cloudtransfer.download;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options before a subcommand would be taken by {@code download} itself and have no effect on the
 * subcommand, which could then report on more than was asked for.
 */
final class Misplaced {
  private Misplaced() {}

  static void refuse(CommandSpec subcommand) {
    CommandLine line = subcommand.commandLine();
    line.getParent().getParseResult().matchedOptions().stream()
        .findFirst()
        .ifPresent(
            option -> {
              throw new ParameterException(
                  line,
                  option.longestName() + " must come after the word " + subcommand.name() + ".");
            });
  }
}
