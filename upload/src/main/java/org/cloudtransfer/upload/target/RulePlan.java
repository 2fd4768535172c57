package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.plan.Policies.DefaultGroups;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.target.CreateRules.NewRule;
import org.cloudtransfer.upload.target.GroupSituation.Counterparts;
import org.cloudtransfer.upload.target.PresentGroup.PresentRule;

/** Which rules are added to the groups that we made or may add to, and which are removed. */
record RulePlan(GroupSituation situation, Policies policies) {
  private static final String TWIN = "the target takes it for the same as another rule here";

  /** So many rules go into one request; a bulk holds a worker of the target while it lasts. */
  private static final int RULES_PER_REQUEST = 50;

  List<Step> additions(List<SourceGroup> wanted, Ledger ledger) {
    Counterparts counterparts = situation.counterparts(ledger);
    List<Step> steps = new ArrayList<>();
    wanted.forEach(group -> steps.addAll(additions(group, counterparts, ledger)));
    return steps;
  }

  private List<Step> additions(SourceGroup group, Counterparts counterparts, Ledger ledger) {
    Optional<String> target = counterparts.of(group.id());
    if (target.isEmpty() || skipsDefault(group)) {
      return withhold(group);
    }
    WantedRules rules = WantedRules.of(group, counterparts);
    Map<CanonicalRule, String> there = present(target.get(), group, ledger);
    Map<CanonicalRule, String> refused = refused(rules, ledger);
    List<Step> steps = new ArrayList<>();
    List<NewRule> missing = new ArrayList<>();
    Map<CanonicalRule, RowKey> first = new HashMap<>();
    Set<CanonicalRule> seen = new HashSet<>();
    rules
        .byRule()
        .forEach(
            (rule, canonical) ->
                twin(rule, canonical, first)
                    .or(
                        () ->
                            settled(
                                rule,
                                canonical,
                                there,
                                refused,
                                counterparts.equal().containsKey(group.id()),
                                ledger))
                    .map(
                        step ->
                            canonical.filter(c -> !seen.add(c)).map(c -> twin(step)).orElse(step))
                    .ifPresentOrElse(
                        steps::add,
                        () -> {
                          first.put(canonical.orElseThrow(), rule.key());
                          missing.add(new NewRule(rule, canonical.get()));
                        }));
    for (int i = 0; i < missing.size(); i += RULES_PER_REQUEST) {
      List<NewRule> part = missing.subList(i, Math.min(missing.size(), i + RULES_PER_REQUEST));
      steps.add(Step.act(new CreateRules(part, target.get(), group.project(), describes())));
    }
    return steps;
  }

  /** What was refused of one rule holds for all that the target takes for the same. */
  private static Map<CanonicalRule, String> refused(WantedRules rules, Ledger ledger) {
    Map<CanonicalRule, String> refused = new HashMap<>();
    rules
        .byRule()
        .forEach(
            (rule, canonical) ->
                canonical.ifPresent(
                    same -> ledger.refusal(rule.key()).ifPresent(w -> refused.put(same, w))));
    return refused;
  }

  private boolean skipsDefault(SourceGroup group) {
    return group.group().isDefault() && policies.defaultGroups() == DefaultGroups.SKIP;
  }

  private boolean describes() {
    return situation.extensions().contains("standard-attr-description");
  }

  private static List<Step> withhold(SourceGroup group) {
    return group.rules().stream()
        .map(
            rule ->
                Step.settled(
                    Outcome.withheld(
                            rule.key(),
                            "its group " + group.name() + " is not carried over",
                            "See there.")
                        .because(Cause.RULE_NOT_CARRIED)))
        .toList();
  }

  /** Rules by canonical form, of a group that the snapshot shows or that was made since. */
  private Map<CanonicalRule, String> present(String target, SourceGroup group, Ledger ledger) {
    Map<CanonicalRule, String> rules = new HashMap<>();
    situation
        .present()
        .get(target)
        .map(PresentGroup::rules)
        .orElseGet(() -> born(group, ledger))
        .forEach(rule -> rules.put(rule.canonical(), rule.id()));
    return rules;
  }

  private static List<PresentRule> born(SourceGroup group, Ledger ledger) {
    return ledger.born(group.group().key()).stream().map(PresentRule::of).toList();
  }

  private static Optional<Step> twin(
      SecurityGroupRule rule, Optional<CanonicalRule> canonical, Map<CanonicalRule, RowKey> first) {
    return canonical
        .map(first::get)
        .map(other -> new Step.Twin(other, Outcome.unchanged(rule.key(), TWIN)));
  }

  /** That of two rules which are there only one is: as when they were made. */
  private static Step twin(Step step) {
    return step instanceof Step.Settled settled
            && settled.outcome().result() == Outcome.Result.UNCHANGED
            && settled.outcome().reason().isEmpty()
        ? Step.settled(Outcome.unchanged(settled.outcome().row(), TWIN))
        : step;
  }

  private static Optional<Step> settled(
      SecurityGroupRule rule,
      Optional<CanonicalRule> canonical,
      Map<CanonicalRule, String> there,
      Map<CanonicalRule, String> refused,
      boolean groupIsEqual,
      Ledger ledger) {
    RowKey row = rule.key();
    if (canonical.isEmpty()) {
      return Optional.of(Step.settled(lostRemote(rule)));
    }
    String present = there.get(canonical.get());
    if (present != null && ledger.inDoubt(row)) {
      return Optional.of(new Step.Adopted(row, new Effect(Map.of(row, present), Map.of())));
    }
    Optional<Outcome> unsound = invalid(rule);
    boolean isPartOfEqual = groupIsEqual && Validity.of(canonical.get());
    if (present != null || isPartOfEqual && unsound.isEmpty()) {
      return Optional.of(Step.settled(Outcome.unchanged(row)));
    }
    Optional<Outcome> outcome = ledger.done(row) ? Optional.of(deleted(row)) : unsound;
    return outcome
        .or(
            () ->
                Optional.ofNullable(refused.get(canonical.get()))
                    .map(words -> Outcome.refusedBefore(row, words)))
        .or(() -> groupIsEqual ? Optional.of(lacking(row)) : Optional.empty())
        .map(Step::settled);
  }

  private static Outcome lostRemote(SecurityGroupRule rule) {
    return Outcome.withheld(
            rule.key(),
            "it admits the group " + rule.remoteGroupId() + ", which is not carried over",
            "Carry that group over too; without it the rule would admit everybody.")
        .because(Cause.RULE_NOT_CARRIED);
  }

  /** Not ours, as far as anybody knows, so that nothing is added to it. */
  private static Outcome lacking(RowKey row) {
    return Outcome.withheld(
            row,
            "the target's equal group was there before and lacks it, probably for being refused",
            "Create it by hand if the target takes it.")
        .because(Cause.RULE_NOT_CARRIED);
  }

  private static Outcome deleted(RowKey row) {
    return Outcome.withheld(
            row,
            "it was created by an earlier run and has been deleted since",
            "Leave it, or create it by hand.")
        .because(Cause.CHANGED_SINCE);
  }

  private static Optional<Outcome> invalid(SecurityGroupRule rule) {
    CanonicalRule canonical = CanonicalRule.of(rule, null);
    if (canonical.hasNoDirection()) {
      return notCarried(
          Outcome.withheld(
              rule.key(),
              "it has no direction or no ethertype",
              "Leave it, or create by hand what was meant."));
    }
    if (canonical.hasNegativePort()) {
      return notCarried(
          Outcome.withheld(
              rule.key(),
              "it has a negative port, which no packet has; without ports it would admit them all",
              "Create it by hand with the ports that were meant."));
    }
    return canonical.beginsAtPortZero()
        ? notCarried(
            Outcome.withheld(
                rule.key(),
                "it begins at port 0, which Neutron has refused since Mitaka",
                "Create it by hand from port 1."))
        : Optional.empty();
  }

  private static Optional<Outcome> notCarried(Outcome outcome) {
    return Optional.of(outcome.because(Cause.RULE_NOT_CARRIED));
  }

  List<Step> removals(List<SourceGroup> wanted, Ledger ledger) {
    Counterparts counterparts = situation.counterparts(ledger);
    List<Step> steps = new ArrayList<>();
    for (SourceGroup group : wanted) {
      if (skipsDefault(group)) {
        continue;
      }
      Optional<String> target = counterparts.of(group.id());
      target.ifPresent(id -> steps.addAll(removals(group, id, counterparts, ledger)));
    }
    return steps;
  }

  private List<Step> removals(
      SourceGroup group, String target, Counterparts counterparts, Ledger ledger) {
    Set<CanonicalRule> keep = WantedRules.of(group, counterparts).canonical();
    return removable(group, target, ledger).stream()
        .filter(rule -> !keep.contains(rule.canonical()))
        .map(rule -> Step.act(new DeleteRule(group.group().key(), target, group.project(), rule)))
        .toList();
  }

  /** What Neutron added unasked to what we made, and, if the user says so, all of a default. */
  private List<PresentRule> removable(SourceGroup group, String target, Ledger ledger) {
    Optional<PresentGroup> present = situation.present().get(target);
    if (group.group().isDefault()
        && policies.defaultGroups() == DefaultGroups.EXACT
        && present.isPresent()) {
      return present.get().rules();
    }
    List<PresentRule> born = born(group, ledger);
    if (present.isEmpty()) {
      return born;
    }
    Set<String> there =
        present.get().rules().stream().map(PresentRule::id).collect(Collectors.toSet());
    return born.stream().filter(rule -> there.contains(rule.id())).toList();
  }
}
