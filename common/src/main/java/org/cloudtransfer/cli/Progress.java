package org.cloudtransfer.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A line on a terminal that tells how far a part of a run is, drawn again and again; nothing
 * anywhere else.
 */
public final class Progress implements AutoCloseable {
  private static final int MILLIS = 500;

  private final Console console;
  private final Clock clock;
  private final String title;
  private final long all;
  private final long free;
  private final Instant begin;
  private final LongAdder done = new LongAdder();
  private final ScheduledExecutorService pencil;
  private boolean isOver;

  private Progress(Console console, Clock clock, String title, long all, long free, boolean shown) {
    this.console = console;
    this.clock = clock;
    this.title = title;
    this.all = all;
    this.free = free;
    this.begin = clock.instant();
    this.pencil = shown ? Executors.newSingleThreadScheduledExecutor(Progress::thread) : null;
    if (shown) {
      pencil.scheduleWithFixedDelay(this::draw, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * @param all how many there are
   * @param free how many of them take no time: counted, but no measure of the rate; if all of them,
   *     there is nothing to watch
   */
  public static Progress of(Console console, Clock clock, String title, long all, long free) {
    return new Progress(console, clock, title, all, free, console.showsProgress() && free < all);
  }

  /** Of something of which nobody knows how many there will be. */
  public static Progress counting(Console console, Clock clock, String title) {
    return new Progress(console, clock, title, Headway.UNKNOWN, 0, console.showsProgress());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  }

  /** Some more have come to their end; from any thread. */
  public void step(long some) {
    done.add(some);
  }

  private String line() {
    Duration time = Duration.between(begin, clock.instant());
    return new Headway(title, done.sum(), all, free, time).line();
  }

  private synchronized void draw() {
    if (!isOver) {
      console.draw(line());
    }
  }

  /** Leaves what there is in the end. */
  @Override
  public synchronized void close() {
    if (pencil != null) {
      pencil.shutdownNow();
      isOver = true;
      console.drawn(line());
    }
  }
}
