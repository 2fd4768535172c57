package org.cloudtransfer.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.verify.Comparison;
import org.cloudtransfer.upload.verify.Question;
import org.cloudtransfer.upload.verify.Surplus;
import org.cloudtransfer.upload.verify.Verdict;
import org.cloudtransfer.upload.verify.Verifier;

/**
 * The look after a run at what it has written: a service may take a request and change nothing, as
 * Nova does with limits when Keystone keeps them (unified limits).
 *
 * @param shown rows that answers to the writes showed as written; they are not asked for again
 */
record AfterLook(Report report, Set<RowKey> shown) {
  private static final String REMEDY = "Look at it in the target, then run this again.";
  private static final String REMEDY_OF_NOVA =
      "Look at it in the target. If its Nova keeps limits in Keystone (unified limits), set it"
          + " there.";

  /** Whether anything of a kind is to be looked at. */
  boolean isDue(ResourceKind kind) {
    return report
        .outcomes()
        .map(Outcome::row)
        .anyMatch(
            row ->
                kind.tables().stream().anyMatch(table -> table.name().equals(row.table()))
                    && concerns(row));
  }

  boolean concerns(RowKey row) {
    Outcome outcome = report.of(row);
    return outcome != null
        && (outcome.result() == Result.CREATED || outcome.result() == Result.UPDATED)
        && !shown.contains(row);
  }

  /** How the rows asked for end that the target shows otherwise than they were written. */
  static List<Outcome> endings(ResourceKind kind, Question question) {
    Comparison comparison = Verifier.differences(kind, question);
    List<Outcome> endings = new ArrayList<>();
    comparison.verdicts().forEach(verdict -> endings.add(ending(verdict)));
    for (Surplus surplus : comparison.surplus()) {
      if (!surplus.tolerated()) {
        endings.add(failure(surplus.row(), "the target shows " + surplus.what()));
      }
    }
    return endings;
  }

  /** What has its place elsewhere is not lost on the way: a person sets it there. */
  private static Outcome ending(Verdict verdict) {
    return verdict.remedy().isEmpty()
        ? failure(
            verdict.row(), "the target took it but does not show it (" + verdict.reason() + ")")
        : Outcome.withheld(verdict.row(), verdict.reason(), verdict.remedy());
  }

  private static Outcome failure(RowKey row, String reason) {
    boolean ofNova = row.table().equals(NovaQuota.TABLE.name());
    return Outcome.failed(row, reason, ofNova ? REMEDY_OF_NOVA : REMEDY);
  }
}
