package org.cloudtransfer.upload;

import java.util.List;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.verify.Comparison;
import org.cloudtransfer.upload.verify.Verdict;

/** A comparison in the words of a run: what differs has failed. */
final class Differences {
  private static final String REMEDY = "Run upload to bring it over.";
  private static final String AS_PLANNED = "See to it as the plan says: upload plan.";
  private static final String BEYOND = "Remove it by hand if nobody put it there on purpose.";

  private Differences() {}

  static Report of(Comparison comparison, Run run) {
    Report report = new Report(run.rows(), run.kinds());
    report.add(comparison.verdicts().stream().map(Differences::outcome).toList());
    comparison.surplus().stream()
        .filter(more -> !more.tolerated())
        .forEach(
            more ->
                report.add(
                    List.of(
                        Outcome.failed(more.row(), "beyond the archive: " + more.what(), BEYOND))));
    return report;
  }

  private static Outcome outcome(Verdict verdict) {
    return switch (verdict.result()) {
      case SAME, EXEMPT -> Outcome.unchanged(verdict.row(), verdict.reason());
      case INAPPLICABLE -> Outcome.inapplicable(verdict.row(), verdict.reason());
      case WITHHELD ->
          Outcome.withheld(
              verdict.row(),
              verdict.reason(),
              verdict.remedy().isEmpty() ? AS_PLANNED : verdict.remedy());
      case DIFFERENT, MISSING -> Outcome.failed(verdict.row(), verdict.reason(), REMEDY);
    };
  }
}
