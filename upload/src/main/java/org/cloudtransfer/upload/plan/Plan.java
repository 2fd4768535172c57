package org.cloudtransfer.upload.plan;

import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Outcome.Result;

/**
 * What a run would do: its steps in order.
 *
 * @param seal of the archive
 * @param target the identity of the cloud
 */
public record Plan(String seal, String target, List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }

  public List<Action> actions() {
    return steps.stream()
        .filter(Step.Act.class::isInstance)
        .map(step -> ((Step.Act) step).action())
        .toList();
  }

  /** The outcomes of the rows if every action succeeds. */
  public List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Settled settled) {
        outcomes.add(settled.outcome());
      } else if (step instanceof Step.Adopted adopted) {
        outcomes.add(Outcome.unchanged(adopted.row(), "made by an interrupted run"));
      } else if (step instanceof Step.Twin twin) {
        outcomes.add(twin.after(Outcome.unchanged(twin.first())));
      } else if (step instanceof Step.Act act && act.action().verb() != Verb.DELETE) {
        Result result = act.action().verb() == Verb.CREATE ? Result.CREATED : Result.UPDATED;
        act.action()
            .rows()
            .forEach(row -> outcomes.add(new Outcome(row, result, act.action().note(row), "")));
      }
    }
    return outcomes;
  }

  /** Whether anything would be written. */
  public boolean changes() {
    return !actions().isEmpty();
  }
}
