package org.cloudtransfer.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cloudtransfer.report.Timeline.Span;

/**
 * A timeline as shapes: a curve of requests a second, and a bar for each part of the run.
 *
 * @param peak the highest rate, requests a second
 * @param curve points of a polyline; empty if there were no requests
 */
record Plot(String peak, String curve, List<Strip> strips, List<String> ticks) {
  static final int WIDTH = 1000;
  static final int HEIGHT = 100;

  private static final int TICKS = 4;
  private static final int LEAST = 4;

  record Strip(String title, String says, int x, int width) {}

  static Plot of(Timeline timeline) {
    double length = Math.max(1, timeline.length().toMillis());
    List<Strip> strips = new ArrayList<>();
    for (Span span : timeline.spans()) {
      int x = (int) Math.min(WIDTH - LEAST, WIDTH * span.from().toMillis() / length);
      int width = (int) Math.max(LEAST, WIDTH * span.length().toMillis() / length);
      strips.add(new Strip(span.title(), says(span), x, Math.min(width, WIDTH - x)));
    }
    return new Plot(number(peak(timeline)), curve(timeline), strips, ticks(timeline.length()));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static double peak(Timeline timeline) {
    long most = timeline.requests().stream().mapToLong(Long::longValue).max().orElse(0);
    return most / seconds(timeline.step());
  }

  private static String curve(Timeline timeline) {
    if (timeline.requests().isEmpty()) {
      return "";
    }
    List<Long> counts = timeline.requests();
    long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
    StringBuilder points = new StringBuilder("0," + HEIGHT);
    double each = (double) WIDTH / counts.size();
    for (int i = 0; i < counts.size(); i++) {
      double y = HEIGHT - HEIGHT * (double) counts.get(i) / most;
      points.append(
          String.format(Locale.ROOT, " %.1f,%.1f %.1f,%.1f", i * each, y, (i + 1) * each, y));
    }
    return points.append(" ").append(WIDTH).append(",").append(HEIGHT).toString();
  }

  private static String says(Span span) {
    String time = number(seconds(span.length())) + " s";
    if (span.items() == 0) {
      return time;
    }
    String rate = span.rate() == 0 ? "" : ", " + number(span.rate()) + "/s";
    String unit = span.items() == 1 ? span.unit().replaceFirst("s$", "") : span.unit();
    return span.items() + " " + unit + " in " + time + rate;
  }

  private static List<String> ticks(Duration length) {
    List<String> ticks = new ArrayList<>();
    for (int i = 0; i <= TICKS; i++) {
      ticks.add(number(seconds(length) * i / TICKS) + " s");
    }
    return ticks;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
  }
}
