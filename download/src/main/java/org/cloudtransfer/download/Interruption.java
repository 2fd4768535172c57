package org.cloudtransfer.download;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.cloudtransfer.cli.ExitCode;

/**
 * Gives a run that is told to stop (Ctrl-C, SIGTERM) the time to take back what is half done, and
 * ends the process with the run's own exit code, or with 130 if it does not come to its end. Left
 * alone, the virtual machine would exit with 143 on SIGTERM.
 */
final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread runner = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Duration patience;
  private volatile int code = ExitCode.INTERRUPTED.number();

  /** Of a run in the calling thread. */
  Interruption(Duration patience) {
    this.patience = patience;
  }

  static int guard(IntSupplier run) {
    Interruption interruption = new Interruption(PATIENCE);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> interruption.stop(code -> Runtime.getRuntime().halt(code)), "interruption"));
    return interruption.watch(run);
  }

  int watch(IntSupplier run) {
    try {
      code = run.getAsInt();
      return code;
    } finally {
      done.countDown();
    }
  }

  /** Stops the run, waits for its end and halts; nothing if it has come to its end by itself. */
  void stop(IntConsumer halt) {
    if (done.getCount() == 0) {
      return;
    }
    runner.interrupt();
    try {
      done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    halt.accept(code);
  }
}
