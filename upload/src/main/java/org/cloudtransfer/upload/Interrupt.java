package org.cloudtransfer.upload;

import java.util.concurrent.CountDownLatch;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.execute.Brake;

/**
 * Turns SIGINT and SIGTERM into exit code 130: at once while nothing has been written, and from
 * then on by the brake: what is in flight is finished and written down, and the report is printed.
 */
final class Interrupt implements AutoCloseable {
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Brake brake;
  private final Runnable halt;
  private final Thread hook = new Thread(this::interrupted, "interrupt");
  private boolean writing;
  private boolean ending;

  /**
   * @param halt ends the process at once
   */
  Interrupt(Brake brake, Runnable halt) {
    this.brake = brake;
    this.halt = halt;
  }

  static Interrupt pulling(Brake brake) {
    Interrupt interrupt =
        new Interrupt(brake, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number()));
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** What a signal sets off. */
  void interrupted() {
    if (hasSomethingToFinish()) {
      brake.pull(Brake.Reason.INTERRUPTED);
      awaitEnd();
    }
    halt.run();
  }

  private synchronized boolean hasSomethingToFinish() {
    ending = !writing;
    return writing;
  }

  /**
   * From now on there is something to finish.
   *
   * @throws StopException if the process is ending; that takes a moment, in which nothing must be
   *     sent any more
   */
  synchronized void writingBegins() {
    if (ending) {
      throw new StopException(
          ExitCode.INTERRUPTED, "Interrupted.", "Nothing was written; run the command again.");
    }
    writing = true;
  }

  private void awaitEnd() {
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the shutdown has begun: the hook ends the process
    }
  }
}
