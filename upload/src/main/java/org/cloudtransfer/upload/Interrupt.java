package org.cloudtransfer.upload;

import java.util.concurrent.CountDownLatch;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.upload.execute.Brake;

/**
 * Turns SIGINT and SIGTERM into exit code 130: at once while nothing has been written, and from
 * then on by the brake: what is in flight is finished and written down, and the report is printed.
 */
final class Interrupt implements AutoCloseable {
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean writing;

  private Interrupt(Brake brake) {
    this.hook =
        new Thread(
            () -> {
              if (writing) {
                brake.pull(Brake.Reason.INTERRUPTED);
                awaitEnd();
              }
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
            },
            "interrupt");
  }

  static Interrupt pulling(Brake brake) {
    Interrupt interrupt = new Interrupt(brake);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** From now on there is something to finish. */
  void writingBegins() {
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
