package org.cloudtransfer.cli;

import java.util.Optional;
import java.util.stream.Stream;

/** What nobody foresaw, as the end of a run: a fault of the program, or memory that is used up. */
public final class Unexpected {
  private static final String FAULT = "unexpected: ";
  private static final String REPORT =
      "This is a fault of the program. Run it with --debug and report what it prints.";

  private Unexpected() {}

  /** As the end of a run that had written nothing yet. */
  public static StopException beforeWriting(Throwable thrown) {
    return memory(thrown)
        .map(
            error ->
                new StopException(
                    ExitCode.BAD_INPUT,
                    "Java's memory is used up: " + words(error) + ". Nothing was written.",
                    "Give it more with JDK_JAVA_OPTIONS=-Xmx"
                        + 2 * mebibytes()
                        + "m in the environment (threads: raise ulimit -u), then run this again.",
                    thrown))
        .orElseGet(() -> new StopException(ExitCode.BAD_INPUT, FAULT + thrown, REPORT, thrown));
  }

  /** As the end of a run that may have written something, which exit code 2 would deny. */
  public static StopException whileWriting(Throwable thrown) {
    return memory(thrown)
        .map(
            error ->
                new StopException(
                    ExitCode.STOPPED,
                    "Java's memory is used up: "
                        + words(error)
                        + ". What was done stands in the journal, nothing is lost.",
                    "Give it more with JDK_JAVA_OPTIONS=-Xmx"
                        + 2 * mebibytes()
                        + "m in the environment (threads: raise ulimit -u), then run this again: what"
                        + " is done is not done twice.",
                    thrown))
        .orElseGet(() -> new StopException(ExitCode.STOPPED, FAULT + thrown, REPORT, thrown));
  }

  /** Threads wrap what they end with, so it may stand anywhere among the causes. */
  public static Optional<OutOfMemoryError> memory(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .limit(100) // a cause may be its own
        .filter(OutOfMemoryError.class::isInstance)
        .map(OutOfMemoryError.class::cast)
        .findFirst();
  }

  private static String words(OutOfMemoryError error) {
    return Optional.ofNullable(error.getMessage()).orElse("no room")
        + " (of "
        + mebibytes()
        + " MiB)";
  }

  private static long mebibytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
