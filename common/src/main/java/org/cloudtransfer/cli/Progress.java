package org.cloudtransfer.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar on a terminal that tells count, rate and time left of a part of a run; nothing anywhere
 * else.
 */
public final class Progress implements AutoCloseable {
  private static final int MILLIS = 500;
  private static final long UNKNOWN = -1;

  private final Console console;

  /** Null if there is nothing to watch, or nobody who could. */
  private final ProgressBar bar;

  private Progress(Console console, ProgressBar bar) {
    this.console = console;
    this.bar = bar;
  }

  /**
   * @param title what is counted
   * @param all how many there are
   */
  public static Progress of(Console console, String title, long all) {
    return new Progress(
        console, console.showsProgress() && all > 0 ? bar(console, title, all) : null);
  }

  /** Of something of which nobody knows how many there will be. */
  public static Progress counting(Console console, String title) {
    return new Progress(console, console.showsProgress() ? bar(console, title, UNKNOWN) : null);
  }

  private static ProgressBar bar(Console console, String title, long all) {
    return new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(all)
        .setUpdateIntervalMillis(MILLIS)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(new Line(console))
        .build();
  }

  /** Some more have come to their end; from any thread. */
  public void step(long some) {
    if (bar != null) {
      bar.stepBy(some);
    }
  }

  /** Leaves what there is in the end. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      console.keepDrawn();
    }
  }

  /** Where the bar is drawn: on the console, so that what is said meanwhile takes its place. */
  private record Line(Console console) implements ProgressBarConsumer {
    /** One less than a terminal has, or some would begin a new line. */
    private static final int COLUMNS = 79;

    @Override
    public int getMaxRenderedLength() {
      return COLUMNS;
    }

    @Override
    public void accept(String line) {
      console.draw(line);
    }

    /** Not called for a bar that has been drawn but once. */
    @Override
    public void close() {}
  }
}
