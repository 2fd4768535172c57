package org.cloudtransfer.upload.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.target.Target;
import org.cloudtransfer.upload.target.Transfer;

/**
 * Reads the target afresh and decides again: of what was written, nothing may be left to do. So a
 * service that takes a request and changes nothing is found out, as Nova does with limits when
 * Keystone keeps them (unified limits).
 */
public final class Verifier {
  private Verifier() {}

  /** The written rows of a kind that the target shows otherwise, as failures. */
  public static List<Outcome> verify(Target target, Transfer transfer, Report report) {
    if (report.outcomes().stream().noneMatch(o -> written(target, o))) {
      return List.of();
    }
    Map<RowKey, String> objections = new HashMap<>();
    for (Stage stage : target.prepare(transfer)) {
      stage.steps().apply(transfer.ledger()).forEach(step -> object(step, objections));
    }
    List<Outcome> failures = new ArrayList<>();
    objections.forEach(
        (row, objection) -> {
          Outcome outcome = report.of(row);
          if (outcome != null && written(target, outcome)) {
            failures.add(failure(row, objection));
          }
        });
    return failures;
  }

  private static boolean written(Target target, Outcome outcome) {
    boolean wrote = outcome.result() == Result.CREATED || outcome.result() == Result.UPDATED;
    return wrote
        && target.kind().tables().stream()
            .anyMatch(table -> table.name().equals(outcome.row().table()));
  }

  private static void object(Step step, Map<RowKey, String> objections) {
    if (step instanceof Step.Act act) {
      Action action = act.action();
      action.rows().forEach(row -> objections.put(row, "still to " + action.verb().text()));
    } else if (step instanceof Step.Settled settled
        && settled.outcome().result() != Result.UNCHANGED) {
      objections.put(settled.outcome().row(), settled.outcome().reason());
    }
  }

  private static Outcome failure(RowKey row, String objection) {
    return Outcome.failed(
        row,
        "the target took it but does not show it (" + objection + ")",
        "Look at it in the target. Nova with unified limits takes limits and ignores them: set"
            + " them in Keystone then.");
  }
}
