package org.cloudtransfer.upload.execute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The threads of a run. There are more than requests may be in flight, so that some write the
 * journal and read answers while others wait for the target.
 */
public final class Workers implements AutoCloseable {
  private final ExecutorService pool;
  private final Audience audience;

  /** Hears how far the work is, from any thread. */
  public interface Audience {
    /** So many items are about to be worked on. */
    void begins(int items);

    /** One of them has come to its end. */
    void ends();
  }

  /** That nobody watches. */
  public Workers(int inFlight) {
    this(
        inFlight,
        new Audience() {
          @Override
          public void begins(int items) {}

          @Override
          public void ends() {}
        });
  }

  /**
   * @param inFlight how many requests may be
   */
  public Workers(int inFlight, Audience audience) {
    this.audience = audience;
    this.pool =
        Executors.newFixedThreadPool(
            inFlight + inFlight / 2,
            task -> {
              Thread thread = new Thread(task, "worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Applies a function to each item, many at a time.
   *
   * @return the results in the order of the items
   * @throws RuntimeException what the function threw first, by order of the items
   */
  public <T, R> List<R> map(Collection<T> items, Function<T, R> function) {
    List<Future<R>> futures = new ArrayList<>(items.size());
    audience.begins(items.size());
    items.forEach(item -> futures.add(pool.submit(() -> apply(function, item))));
    List<R> results = new ArrayList<>(items.size());
    try {
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      futures.forEach(future -> future.cancel(false));
      throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private <T, R> R apply(Function<T, R> function, T item) {
    try {
      return function.apply(item);
    } finally {
      audience.ends();
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
