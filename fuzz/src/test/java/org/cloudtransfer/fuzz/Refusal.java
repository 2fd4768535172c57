package org.cloudtransfer.fuzz;

import java.util.Set;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/** What a refusal of input must be like. */
public final class Refusal {
  private static final Set<ExitCode> CODES = Set.of(ExitCode.BAD_INPUT, ExitCode.UNREACHABLE);

  private Refusal() {}

  /** Insists on an exit code for input, a sentence that says what is wrong, and a remedy. */
  public static void check(StopException stop) {
    if (!CODES.contains(stop.exitCode())
        || stop.getMessage().isBlank()
        || stop.getMessage().startsWith("null")
        || stop.remedy().isBlank()) {
      throw new AssertionError("no proper refusal", stop);
    }
  }
}
