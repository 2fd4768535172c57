package org.cloudtransfer.benchmark;

import java.util.List;

/** How the time per further row changes as there are more of them. */
final class Growth {
  private Growth() {}

  /**
   * Lines for the table.
   *
   * @param perRow microseconds a row between one size and the next
   */
  static List<Line> lines(String program, List<Double> perRow, List<Integer> sizes) {
    String what =
        program + ": time per row, " + sizes.get(0) + " to " + sizes.get(sizes.size() - 1);
    String goal = "constant within ± 15 %";
    if (perRow.size() < 2) {
      return List.of(Line.skipped(what, goal, "needs three sizes"));
    }
    double mean = perRow.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    boolean met = perRow.stream().allMatch(each -> Math.abs(each - mean) <= 0.15 * mean);
    return List.of(
        Line.of(what, goal, met, new Spread(perRow), "µs", "between one size and the next"));
  }
}
