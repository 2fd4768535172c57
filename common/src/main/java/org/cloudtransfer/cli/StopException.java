package org.cloudtransfer.cli;

/**
 * Ends the run. The message says what is wrong and with which thing; the remedy says what to do
 * now. Neither may hold a secret: both are shown as they are.
 */
public final class StopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String remedy;

  public StopException(ExitCode exitCode, String message, String remedy) {
    this(exitCode, message, remedy, null);
  }

  /**
   * @param cause shown with {@code --debug} only; may be null
   */
  public StopException(ExitCode exitCode, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.remedy = remedy;
  }

  /** For what the user can mend: options, configuration, files. */
  public static StopException badInput(String message, String remedy) {
    return new StopException(ExitCode.BAD_INPUT, message, remedy);
  }

  /** For what does not answer, or answers that we may not. */
  public static StopException unreachable(String message, String remedy, Throwable cause) {
    return new StopException(ExitCode.UNREACHABLE, message, remedy, cause);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public String remedy() {
    return remedy;
  }
}
