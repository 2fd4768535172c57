package org.cloudtransfer.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How the time per further row changes as there are more of them. */
final class Growth {
  /** Of fewer rows the start of the virtual machine is most of the time. */
  private static final int ROWS_MIN = 10_000;

  private Growth() {}

  /**
   * Lines for the table.
   *
   * @param perRow microseconds a row between each size and the next
   */
  static List<Line> lines(String program, List<Double> perRow, List<Integer> sizes) {
    List<Double> counted = new ArrayList<>();
    for (int i = 0; i < perRow.size(); i++) {
      if (sizes.get(i) >= ROWS_MIN) {
        counted.add(perRow.get(i));
      }
    }
    String what =
        program + ": time per row, " + ROWS_MIN + " to " + sizes.get(sizes.size() - 1) + " rules";
    String goal = "constant within ± 15 %";
    if (counted.size() < 2) {
      return List.of(Line.skipped(what, goal, "needs three sizes from " + ROWS_MIN + " on"));
    }
    double mean = counted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    boolean met = counted.stream().allMatch(each -> Math.abs(each - mean) <= 0.15 * mean);
    return List.of(
        Line.of(what, goal, met, new Spread(counted), "µs", "between one size and the next"));
  }
}
