package org.cloudtransfer.benchmark;

import picocli.CommandLine;

/** The entry point of {@code benchmark/run}. */
public final class Main {
  private Main() {}

  /** Ends with 0, with 1 if a goal was missed, with 2 after a wrong argument or a failure. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new BenchmarkCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExitCodeExceptionMapper(thrown -> 2)
            .execute(args));
  }
}
