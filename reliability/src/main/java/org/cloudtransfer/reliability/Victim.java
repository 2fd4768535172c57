package org.cloudtransfer.reliability;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that may be killed, by whichever thread finds that it is time. */
final class Victim {
  private static final int SIGKILLED = 128 + 9;

  private final CompletableFuture<Process> process = new CompletableFuture<>();

  void is(Process started) {
    process.complete(started);
  }

  /** Sends SIGKILL; returns when it is dead. */
  void kill() {
    process.join().destroyForcibly().onExit().join();
  }

  /** Lets time pass, then kills, if there is still somebody to kill. */
  void killAfter(Duration time) {
    CompletableFuture.runAsync(
        this::kill,
        CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, Runnable::run));
  }

  boolean isAlive() {
    return process.join().isAlive();
  }

  /**
   * Waits for its end.
   *
   * @return the exit code; of a process that hangs none comes within the time
   */
  int await(Duration longest) throws InterruptedException {
    if (!process.join().waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      throw new IllegalStateException("upload hangs: it has not ended within " + longest);
    }
    return process.join().exitValue();
  }

  static boolean wasKilled(int exitCode) {
    return exitCode == SIGKILLED;
  }
}
