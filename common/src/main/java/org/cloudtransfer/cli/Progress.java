package org.cloudtransfer.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar on a terminal that tells count, rate and time left of a part of a run; nothing anywhere
 * else. Several may be drawn at once.
 */
public final class Progress implements AutoCloseable {
  private static final int MILLIS = 500;
  private static final long UNKNOWN = -1;
  private static final String ABOUT = " about";

  private final Console console;

  /** Null if there is nothing to watch, or nobody who could. */
  private final ProgressBar bar;

  private final Line line;
  private boolean estimated;

  private Progress(Console console, String title, long all, boolean estimated) {
    this.console = console;
    this.line = new Line(console);
    this.estimated = estimated;
    this.bar = console.showsProgress() && all != 0 ? bar(title, all, line) : null;
    if (bar != null && estimated) {
      bar.setExtraMessage(ABOUT);
    }
  }

  /**
   * @param title what is counted
   * @param all how many there are
   */
  public static Progress of(Console console, String title, long all) {
    return new Progress(console, title, all, false);
  }

  /**
   * Of something of which there is but an estimate; more than that, and there is only a count.
   *
   * @param about how many there are, about
   */
  public static Progress about(Console console, String title, long about) {
    return new Progress(console, title, about, true);
  }

  /** Of something of which nobody knows how many there will be. */
  public static Progress counting(Console console, String title) {
    return new Progress(console, title, UNKNOWN, false);
  }

  private static ProgressBar bar(String title, long all, Line line) {
    return new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(all)
        .setUpdateIntervalMillis(MILLIS)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
        .setConsumer(line)
        .build();
  }

  /** Some more have come to their end; from any thread. */
  public void step(long some) {
    if (bar == null) {
      return;
    }
    if (estimated) {
      stepWithEstimate(some);
    } else {
      bar.stepBy(some);
    }
  }

  private synchronized void stepWithEstimate(long some) {
    if (estimated && bar.getCurrent() + some > bar.getMax()) {
      estimated = false;
      bar.setExtraMessage("");
      bar.maxHint(UNKNOWN);
    }
    bar.stepBy(some);
  }

  /** There are more than was known. */
  public void expect(long more) {
    if (bar != null) {
      bar.maxHint(bar.getMax() + more);
    }
  }

  /** At once, and not with the next tick. */
  void draw() {
    bar.refresh();
  }

  /** Leaves what there is in the end; of an estimate what there was. */
  @Override
  public void close() {
    if (bar == null) {
      return;
    }
    if (estimated) {
      bar.setExtraMessage("");
      bar.maxHint(bar.getCurrent());
    }
    bar.close();
    line.end();
    console.keepDrawn(line);
  }

  /** Leaves nothing. */
  public void drop() {
    if (bar != null) {
      line.end();
      bar.close();
      console.undraw(line);
    }
  }

  /** Where the bar is drawn: on the console, so that what is said meanwhile takes its place. */
  private static final class Line implements ProgressBarConsumer {
    /** One less than a terminal has, or some would begin a new line. */
    private static final int COLUMNS = 79;

    private final Console console;
    private boolean isOver;

    Line(Console console) {
      this.console = console;
    }

    @Override
    public int getMaxRenderedLength() {
      return COLUMNS;
    }

    @Override
    public synchronized void accept(String text) {
      if (!isOver) {
        console.draw(this, text);
      }
    }

    /** The bar's own thread may be late. */
    synchronized void end() {
      isOver = true;
    }

    /** Not called for a bar that has been drawn but once. */
    @Override
    public void close() {}
  }
}
