package org.cloudtransfer.download;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Gives a run that is told to stop (Ctrl-C, SIGTERM) the time to take back what is half done. The
 * virtual machine then exits with 128 plus the signal's number: 130 for Ctrl-C.
 */
final class Interruption {
  private static final long SECONDS_MAX = 10;

  private Interruption() {}

  static int guard(IntSupplier run) {
    Thread runner = Thread.currentThread();
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runner, done), "interruption"));
    try {
      return run.getAsInt();
    } finally {
      done.countDown();
    }
  }

  private static void stop(Thread runner, CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    runner.interrupt();
    try {
      done.await(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
