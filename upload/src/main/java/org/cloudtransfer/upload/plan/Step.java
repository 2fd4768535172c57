package org.cloudtransfer.upload.plan;

import java.util.Set;
import org.cloudtransfer.resource.RowKey;

/** One item of a plan. */
public sealed interface Step {

  /** A row whose outcome is known without a request. */
  record Settled(Outcome outcome) implements Step {}

  /** A request to send. */
  record Act(Action action) implements Step {}

  /**
   * A row that an interrupted run had begun, and whose object was found in the target: ours, to be
   * noted as such.
   */
  record Adopted(RowKey row, Effect effect) implements Step {}

  /**
   * A row that is done by doing another one, which is to be made in this stage.
   *
   * @param first the other one
   * @param outcome how it ends then, with the reason why the two are one
   */
  record Twin(RowKey first, Outcome outcome) implements Step {
    /** How it ends, given how the other one did: what is not made is there for neither. */
    public Outcome after(Outcome other) {
      return other.result().leavesWork()
          ? new Outcome(
              outcome.row(),
              other.result(),
              outcome.reason() + ", which is not there: " + other.reason(),
              other.remedy(),
              other.cause())
          : outcome;
    }
  }

  /** What a scope of the target holds before the first write to it, to be noted for good. */
  record Baseline(String scope, Set<String> ids) implements Step {}

  static Step settled(Outcome outcome) {
    return new Settled(outcome);
  }

  static Step act(Action action) {
    return new Act(action);
  }
}
