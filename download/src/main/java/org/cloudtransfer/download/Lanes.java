package org.cloudtransfer.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/** Does things side by side; the first that fails, and an interrupt, stop the others. */
final class Lanes {
  private Lanes() {}

  /**
   * Calls all tasks, each in a thread of its own.
   *
   * @return what they return, in their order
   * @throws StopException that of the task that failed first; with {@code INTERRUPTED} if this
   *     thread is interrupted
   * @throws IOException likewise
   */
  static <T> List<T> run(List<Callable<T>> tasks) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(tasks.size(), Lanes::thread);
    try {
      CompletionService<T> ending = new ExecutorCompletionService<>(pool);
      List<Future<T>> all = tasks.stream().map(ending::submit).toList();
      for (int i = 0; i < all.size(); i++) {
        ending.take().get();
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : all) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StopException(
          ExitCode.INTERRUPTED, "Interrupted.", "Nothing was written; run the command again.", e);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } finally {
      end(pool);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "reader");
    thread.setDaemon(true);
    return thread;
  }

  private static RuntimeException thrown(Throwable cause) throws IOException {
    if (cause instanceof IOException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  /** What the threads write to is about to be closed, so they have to end first. */
  private static void end(ExecutorService pool) {
    boolean interrupted = Thread.interrupted();
    pool.shutdownNow();
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
