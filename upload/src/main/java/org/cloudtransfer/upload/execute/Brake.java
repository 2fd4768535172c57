package org.cloudtransfer.upload.execute;

import java.util.Optional;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.Unexpected;

/**
 * Stops a run against a target that fails as a whole, or after as many failures as the user is
 * willing to take, or on an interrupt. Threads share it; once on, it stays on.
 */
public final class Brake {
  /** So many unclear answers in a row are no accident. */
  private static final int IN_A_ROW = 20;

  /** Why the run is to stop. */
  public enum Reason {
    INTERRUPTED,
    TARGET_FAILS,
    /** Something ended the run; {@link #cause()} tells. */
    NO_WAY_ON,
    /** A fault of the program, or of the machine it runs on; {@link #cause()} tells. */
    FAULT,
    TOO_MANY_FAILURES
  }

  private final long failuresMax;
  private long failures;
  private int inARow;
  private Reason reason;
  private StopException cause;

  /**
   * @param failuresMax how many failed rows are too many
   */
  public Brake(long failuresMax) {
    this.failuresMax = failuresMax;
  }

  synchronized void answered() {
    inARow = 0;
  }

  synchronized void unclear() {
    if (++inARow >= IN_A_ROW) {
      pull(Reason.TARGET_FAILS);
    }
  }

  synchronized void failed(int rows) {
    failures += rows;
    if (failures >= failuresMax) {
      pull(Reason.TOO_MANY_FAILURES);
    }
  }

  /** Stops the run as soon as what is in flight has come back. */
  public synchronized void pull(Reason why) {
    if (reason == null) {
      reason = why;
    }
  }

  /**
   * Stops the run for something that no worker can go on after: a refused log-in, a full disk, a
   * fault of the program.
   */
  public synchronized void stop(Throwable why) {
    if (reason == null && why instanceof StopException told) {
      reason = Reason.NO_WAY_ON;
      cause = told;
    } else if (reason == null) {
      reason = Reason.FAULT;
      cause = Unexpected.whileWriting(why);
    }
  }

  /** What ended the run, if it was an exception. */
  public synchronized Optional<StopException> cause() {
    return Optional.ofNullable(cause);
  }

  public synchronized Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }
}
