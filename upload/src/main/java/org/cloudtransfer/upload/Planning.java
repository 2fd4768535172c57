package org.cloudtransfer.upload;

import java.util.List;
import org.cloudtransfer.upload.execute.Journal;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Forecast;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.target.Target;
import org.cloudtransfer.upload.target.Transfer;

/** The line of an upload, cut before the executor. */
final class Planning {
  private Planning() {}

  /** What applying would do now, given what the journal says has been done. */
  static Plan plan(Run run, IdentityMap identities) {
    Ledger past = Journal.read(run.archive(), run.cloud().identity());
    return plan(run, run.transfer(identities, past));
  }

  static Plan plan(Run run, Transfer transfer) {
    List<Stage> stages =
        run.phase()
            .of(
                "Reading what the target holds",
                "requests",
                () ->
                    run.targets().stream()
                        .flatMap(target -> prepare(run, target, transfer).stream())
                        .toList());
    return new Plan(
        run.archive().seal(), run.cloud().identity(), Forecast.of(stages, transfer.ledger()));
  }

  private static List<Stage> prepare(Run run, Target target, Transfer transfer) {
    return run.phase().part(target.kind().title(), () -> target.prepare(transfer));
  }

  static Report report(Run run, Plan plan) {
    Report report = new Report(run.rows(), run.kinds());
    report.add(plan.outcomes());
    report.close("forgotten: a defect", "Report it.");
    return report;
  }
}
