package org.cloudtransfer.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a part of a run is.
 *
 * @param title of the part, or what is counted
 * @param done how many have come to their end
 * @param all how many there are; {@link #UNKNOWN} if nobody knows
 * @param free how many of those done took no time: they say nothing of the rate
 * @param time since the beginning
 */
record Headway(String title, long done, long all, long free, Duration time) {
  static final long UNKNOWN = -1;

  /** One less than a terminal has, or some would begin a new line. */
  private static final int COLUMNS = 79;

  private static final int BAR_MIN = 10;
  private static final int BAR_MAX = 30;

  /** What a terminal shows of it: count, rate and the time that is left. */
  String line() {
    if (all == UNKNOWN) {
      return cut("%s  %d%s  in %s".formatted(title, done, rateText(), clock(time)));
    }
    String count =
        "  %d of %d%s  %s".formatted(done, all, rateText(), done < all ? left() : took());
    int room = Math.min(BAR_MAX, COLUMNS - 4 - title.length() - count.length());
    return cut(title + (room < BAR_MIN ? "" : "  " + bar(room)) + count);
  }

  private double rate() {
    return time.isZero() ? 0 : Math.max(0, done - free) * 1e9 / time.toNanos();
  }

  private String rateText() {
    double rate = rate();
    return rate == 0 ? "" : String.format(Locale.ROOT, rate < 10 ? "  %.1f/s" : "  %.0f/s", rate);
  }

  private String left() {
    double rate = rate();
    return rate == 0
        ? "ETA ?"
        : "ETA " + clock(Duration.ofSeconds((long) Math.ceil((all - done) / rate)));
  }

  private String took() {
    return "in " + clock(time);
  }

  private String bar(int room) {
    int full = all == 0 ? room : (int) (room * done / all);
    return "[" + "=".repeat(full) + " ".repeat(room - full) + "]";
  }

  private static String clock(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private static String cut(String line) {
    return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS);
  }
}
