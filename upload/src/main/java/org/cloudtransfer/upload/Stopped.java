package org.cloudtransfer.upload;

import java.util.function.Supplier;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.Unexpected;
import org.cloudtransfer.upload.execute.Brake;

/** How a run ends that the brake has stopped. */
final class Stopped {
  private Stopped() {}

  static ExitCode exitCode(Brake.Reason reason) {
    return reason == Brake.Reason.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.STOPPED;
  }

  /**
   * Lets a run that has begun to write end with its report.
   *
   * @throws StopException if a fault has stopped the run, or keeps it from reporting
   */
  static ExitCode told(Brake brake, Supplier<ExitCode> report) {
    try {
      ExitCode exitCode = report.get();
      brake.cause().filter(cause -> isFault(brake)).ifPresent(Stopped::end);
      return exitCode;
    } catch (StopException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw brake.cause().orElseGet(() -> Unexpected.whileWriting(e));
    }
  }

  private static void end(StopException fault) {
    throw fault;
  }

  private static boolean isFault(Brake brake) {
    return brake.reason().filter(Brake.Reason.FAULT::equals).isPresent();
  }

  /** Says what has stopped it, if anything has; of a fault the program itself tells. */
  static void explain(Brake brake, Console console) {
    if (isFault(brake)) {
      return;
    }
    brake.cause().ifPresent(cause -> console.error(cause.getMessage()));
    brake.reason().ifPresent(reason -> console.error(words(reason)));
  }

  private static String words(Brake.Reason reason) {
    return switch (reason) {
      case NO_WAY_ON, FAULT -> "Stopped. Mend that, then run the same command again to go on.";
      case INTERRUPTED -> "Interrupted. Run the same command again to go on.";
      case TARGET_FAILS ->
          "Stopped, because the target fails as a whole. Mend it, then run the same command again.";
      case TOO_MANY_FAILURES ->
          "Stopped after as many failures as --max-failures allows. Run the same command again to"
              + " go on.";
    };
  }
}
