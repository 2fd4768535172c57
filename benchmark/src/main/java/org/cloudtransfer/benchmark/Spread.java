package org.cloudtransfer.benchmark;

import java.util.List;
import java.util.Locale;

/** Values of repeated measurements; at least one. */
record Spread(List<Double> values) {
  Spread {
    values = values.stream().sorted().toList();
  }

  static Spread of(double value) {
    return new Spread(List.of(value));
  }

  double median() {
    int half = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(half)
        : (values.get(half - 1) + values.get(half)) / 2;
  }

  double min() {
    return values.get(0);
  }

  double max() {
    return values.get(values.size() - 1);
  }

  /** The median and, of several values, from where to where they lie. */
  String text() {
    String middle = number(median());
    return values.size() == 1 ? middle : middle + " (" + number(min()) + "–" + number(max()) + ")";
  }

  private static String number(double value) {
    String format = Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
