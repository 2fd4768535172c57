package org.cloudtransfer.cli;

/** The exit codes of both programs; scripts rely on the numbers. */
public enum ExitCode {
  /** All done, and verified. */
  DONE(0),
  /** Finished, but rows were withheld or failed; each is listed. */
  ROWS_LEFT(1),
  /** Wrong usage, configuration or input; nothing changed. */
  BAD_INPUT(2),
  /** Database or cloud not reachable, or not authorised; nothing changed. */
  UNREACHABLE(3),
  /** Differences found by {@code verify}, or changes pending in {@code plan}. */
  DIFFERENCES(4),
  /** Another run holds the lock. */
  LOCKED(5),
  /** Stopped, because too much failed: requests, the cloud, or this program itself; resumable. */
  STOPPED(6),
  /** Interrupted; resumable. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
