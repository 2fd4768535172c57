package org.cloudtransfer.benchmark;

import java.util.List;

/**
 * One line of the table.
 *
 * @param wanted the goal in words; empty for a figure without one
 * @param measured empty if nothing was
 * @param note why it was missed or left out, or how to read it
 */
record Line(
    String what, String wanted, List<Double> measured, String unit, Verdict verdict, String note) {

  /** Whether a goal was reached. */
  enum Verdict {
    MET,
    MISSED,
    FIGURE,
    SKIPPED
  }

  static Line atMost(String what, String wanted, double most, Spread s, String unit, String note) {
    return of(what, wanted, s.median() <= most, s, unit, note);
  }

  static Line atLeast(
      String what, String wanted, double least, Spread s, String unit, String note) {
    return of(what, wanted, s.median() >= least, s, unit, note);
  }

  static Line of(String what, String wanted, boolean met, Spread s, String unit, String note) {
    Verdict verdict = met ? Verdict.MET : Verdict.MISSED;
    return new Line(what, wanted, s.values(), unit, verdict, note);
  }

  static Line figure(String what, Spread s, String unit, String note) {
    return new Line(what, "", s.values(), unit, Verdict.FIGURE, note);
  }

  static Line skipped(String what, String wanted, String why) {
    return new Line(what, wanted, List.of(), "", Verdict.SKIPPED, why);
  }

  static Line failed(String what, String why) {
    String words = "measuring it failed: " + why.replaceAll("\\R", " ").replace('|', '/');
    return new Line(what, "", List.of(), "", Verdict.MISSED, words);
  }
}
