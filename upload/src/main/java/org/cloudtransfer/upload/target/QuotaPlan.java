package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.target.PutQuotaSet.Force;
import org.cloudtransfer.upload.target.QuotaSet.Limit;
import org.cloudtransfer.upload.target.QuotaSet.Wanted;

/**
 * The quota sets of one service: one owner, one request.
 *
 * @param wrapper the name around the limits in a request
 * @param force whether the request asks the service to look away from usage
 * @param unified the limits that Keystone keeps for the service
 */
record QuotaPlan(
    ResourceKind kind, String wrapper, Force force, Policies policies, UnifiedLimits unified) {

  /**
   * Who has a quota set.
   *
   * @param label distinguishes owners
   * @param put the request that sets limits, without them
   */
  record Owner(String label, Request put) {

    String project() {
      return put.path().get(1);
    }

    /** Null for a project's quota set. */
    String user() {
      return put.query().isEmpty() ? null : put.query().get(1);
    }
  }

  /** Limits that are wanted, by owner, and rows that have come to their end already. */
  record Wants(Map<Owner, List<Wanted>> byOwner, List<Outcome> settled) {
    Wants() {
      this(new LinkedHashMap<>(), new ArrayList<>());
    }

    void add(Owner owner, Wanted wanted) {
      byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(wanted);
    }
  }

  /** Reads what is there of each owner, many at a time. */
  static Map<Owner, Map<String, Limit>> read(
      Wants wants, Workers workers, Function<Owner, Map<String, Limit>> reader) {
    List<Owner> owners = List.copyOf(wants.byOwner().keySet());
    List<Map<String, Limit>> limits = workers.map(owners, reader);
    Map<Owner, Map<String, Limit>> present = new HashMap<>();
    for (int i = 0; i < owners.size(); i++) {
      present.put(owners.get(i), limits.get(i));
    }
    return present;
  }

  /** The stage that sets what differs from what is there. */
  Stage stage(String title, Wants wants, Map<Owner, Map<String, Limit>> present) {
    return new Stage(kind, title, ledger -> steps(wants, present, ledger));
  }

  private List<Step> steps(Wants wants, Map<Owner, Map<String, Limit>> present, Ledger ledger) {
    List<Step> steps = new ArrayList<>(wants.settled().stream().map(Step::settled).toList());
    wants
        .byOwner()
        .forEach(
            (owner, wanted) -> {
              QuotaSet set =
                  new QuotaSet(
                      present.get(owner),
                      policies,
                      ledger,
                      w -> unified.ignored(w, owner.project(), owner.user()));
              QuotaSet.Decision decision = set.decide(wanted);
              decision.settled().forEach(outcome -> steps.add(Step.settled(outcome)));
              if (!decision.toSet().isEmpty()) {
                steps.add(Step.act(put(owner, decision, set)));
              }
            });
    return steps;
  }

  private PutQuotaSet put(Owner owner, QuotaSet.Decision decision, QuotaSet set) {
    return new PutQuotaSet(
        kind, owner.label(), wrapper, owner.put(), force, decision.toSet(), set.present());
  }
}
