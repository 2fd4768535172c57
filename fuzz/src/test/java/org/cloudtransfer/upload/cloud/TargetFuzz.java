package org.cloudtransfer.upload.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.identity.IdentityMapper;
import org.cloudtransfer.upload.plan.Forecast;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.target.Rows;
import org.cloudtransfer.upload.target.Target;
import org.cloudtransfer.upload.target.Targets;
import org.cloudtransfer.upload.target.Transfer;

/** Everything that a plan reads from a target: identities, limits, keys, groups. */
public final class TargetFuzz {
  private static final Rows ROWS = Rows.of(Sample.archive(), new Selection());
  private static final Workers WORKERS = new Workers(1);
  private static final Policies POLICIES =
      new Policies(Policies.DefaultGroups.EXACT, Policies.QuotasPolicy.EXACT, false);

  private static volatile Answers answers = Answers.of(new byte[0]);
  private static final Cloud CLOUD = Answers.cloud(() -> answers);

  private TargetFuzz() {}

  /** Makes a plan, kind by kind, of whatever is answered. */
  public static void read(byte[] data) {
    answers = Answers.of(data);
    try {
      IdentityMapper.Sources sources =
          new IdentityMapper.Sources(null, null, null, List.of(), "skip");
      new IdentityMapper(CLOUD, WORKERS, sources)
          .map(
              Sample.USERS,
              Sample.PROJECTS,
              new IdentityMapper.Known(Set.of(), Set.of(), Set.of()));
    } catch (StopException stop) {
      Refusal.check(stop);
    }
    for (Target target : Targets.all().values()) {
      plan(target);
    }
  }

  private static void plan(Target target) {
    try {
      IdentityMap identities = new IdentityMap(Sample.PLACED, Sample.PLACED_PROJECTS);
      Transfer transfer = new Transfer(ROWS, CLOUD, WORKERS, identities, POLICIES, Ledger.BLANK);
      List<Stage> stages = new ArrayList<>(target.prepare(transfer));
      Plan plan = new Plan("seal", "target", Forecast.of(stages, Ledger.BLANK));
      plan.actions().forEach(action -> action.request().toString());
      plan.outcomes();
    } catch (StopException stop) {
      Refusal.check(stop);
    }
  }
}
