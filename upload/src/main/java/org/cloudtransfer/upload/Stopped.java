package org.cloudtransfer.upload;

import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.upload.execute.Brake;

/** How a run ends that the brake has stopped. */
final class Stopped {
  private Stopped() {}

  static ExitCode exitCode(Brake.Reason reason) {
    return reason == Brake.Reason.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.STOPPED;
  }

  /** Says what has stopped it, if anything has. */
  static void explain(Brake brake, Console console) {
    brake.cause().ifPresent(cause -> console.error(cause.getMessage()));
    brake.reason().ifPresent(reason -> console.error(words(reason)));
  }

  private static String words(Brake.Reason reason) {
    return switch (reason) {
      case NO_WAY_ON -> "Stopped. Mend that, then run the same command again to go on.";
      case INTERRUPTED -> "Interrupted. Run the same command again to go on.";
      case TARGET_FAILS ->
          "Stopped, because the target fails as a whole. Mend it, then run the same command again.";
      case TOO_MANY_FAILURES ->
          "Stopped after as many failures as --max-failures allows. Run the same command again to"
              + " go on.";
    };
  }
}
