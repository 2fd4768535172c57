package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.plan.Policies.DefaultGroups;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.target.GroupSituation.Counterparts;

/**
 * Which groups are made. Groups that were in the target before are never touched: where one of the
 * same name differs, ours is made beside it, for names are not unique.
 */
record GroupPlan(GroupSituation situation, Policies policies) {
  /** So many groups go into one request: cheaper for the target than one by one (lab figures). */
  private static final int GROUPS_PER_REQUEST = 25;

  List<Step> steps(List<SourceGroup> wanted, Ledger ledger) {
    Counterparts counterparts = situation.counterparts(ledger);
    Set<String> claimed = new HashSet<>(counterparts.ours().values());
    List<Step> steps = new ArrayList<>();
    List<SourceGroup> missing = new ArrayList<>();
    for (SourceGroup group : wanted) {
      Optional<Step> step =
          group.group().isDefault()
              ? Optional.of(defaultGroup(group, counterparts, ledger))
              : settled(group, counterparts, claimed, ledger);
      step.ifPresentOrElse(steps::add, () -> missing.add(group));
    }
    List<Step> all = new ArrayList<>(baselines(steps, missing));
    all.addAll(steps);
    all.addAll(creations(missing, ledger));
    return all;
  }

  private Step defaultGroup(SourceGroup group, Counterparts counterparts, Ledger ledger) {
    RowKey row = group.group().key();
    if (situation.gone().contains(group.id())) {
      return Step.settled(deleted(row));
    }
    if (policies.defaultGroups() == DefaultGroups.SKIP) {
      return Step.settled(
          Outcome.withheld(
                  row,
                  "default groups are skipped",
                  "Run with --default-groups merge to add to it.")
              .because(Cause.DEFAULT_GROUP_SKIPPED));
    }
    if (counterparts.ours().containsKey(group.id())) {
      return Step.settled(Outcome.unchanged(row));
    }
    Optional<PresentGroup> present = situation.present().defaultOf(group.project());
    if (present.isEmpty()) {
      return Step.act(new EnsureDefaultGroup(group, situation.automatic()));
    }
    return ledger.inDoubt(row) || GroupSituation.cameWithUs(present.get(), ledger)
        ? new Step.Adopted(row, situation.automatic().found(row, present.get()))
        : Step.settled(
            Outcome.unchanged(row, wider(group, present.get(), counterparts))
                .because(Cause.DEFAULT_GROUP_WIDER));
  }

  /** What a default group that was there before us lets through beyond the source's. */
  private String wider(SourceGroup group, PresentGroup present, Counterparts counterparts) {
    if (policies.defaultGroups() == DefaultGroups.EXACT) {
      return "";
    }
    Set<CanonicalRule> wanted = WantedRules.of(group, counterparts).canonical();
    List<String> surplus =
        present.rules().stream()
            .map(PresentGroup.PresentRule::canonical)
            .filter(rule -> !wanted.contains(rule))
            .map(CanonicalRule::toString)
            .sorted()
            .toList();
    return surplus.isEmpty()
        ? ""
        : "the target's default group was there before and admits more: "
            + String.join("; ", surplus)
            + " (--default-groups exact would remove it)";
  }

  private Optional<Step> settled(
      SourceGroup group, Counterparts counterparts, Set<String> claimed, Ledger ledger) {
    RowKey row = group.group().key();
    if (situation.gone().contains(group.id())) {
      return Optional.of(Step.settled(deleted(row)));
    }
    if (counterparts.of(group.id()).isPresent()) {
      return Optional.of(Step.settled(Outcome.unchanged(row)));
    }
    if (ledger.inDoubt(row)) {
      Optional<PresentGroup> made = begun(group, claimed, ledger);
      if (made.isPresent()) {
        claimed.add(made.get().id());
        return Optional.of(new Step.Adopted(row, situation.automatic().found(row, made.get())));
      }
    }
    return invalid(group)
        .or(() -> ledger.refusal(row).map(words -> Outcome.refusedBefore(row, words)))
        .map(Step::settled);
  }

  /** A group that was not there before the first run and has the traits of one we began on. */
  private Optional<PresentGroup> begun(SourceGroup group, Set<String> claimed, Ledger ledger) {
    Set<String> before = ledger.baseline(GroupSituation.scope(group.project())).orElse(Set.of());
    return situation.present().in(group.project()).stream()
        .filter(there -> !before.contains(there.id()) && !claimed.contains(there.id()))
        .filter(there -> CreateGroups.alike(group, there))
        .findFirst();
  }

  private Optional<Outcome> invalid(SourceGroup group) {
    RowKey row = group.group().key();
    if (GroupSituation.isMisnamed(group)) {
      return Optional.of(
          Outcome.withheld(
                  row,
                  "it is called " + group.name() + " but is not its project's default group",
                  "Rename it in the source and download again, or create it by hand.")
              .because(Cause.GROUP_NOT_CARRIED));
    }
    if (situation.isTooStateless(group)) {
      return Optional.of(
          Outcome.withheld(
                  row,
                  "it is stateless, and the target knows only stateful groups, which admit replies",
                  "Create it by hand if that will do.")
              .because(Cause.GROUP_NOT_CARRIED));
    }
    return Optional.empty();
  }

  private static Outcome deleted(RowKey row) {
    return Outcome.withheld(
            row,
            "it was created by an earlier run and has been deleted since",
            "Leave it, or create it by hand.")
        .because(Cause.CHANGED_SINCE);
  }

  /** What is there of each project in which something is about to be made. */
  private List<Step> baselines(List<Step> steps, List<SourceGroup> missing) {
    Set<String> projects = new TreeSet<>();
    missing.forEach(group -> projects.add(group.project()));
    for (Step step : steps) {
      if (step instanceof Step.Act act && act.action() instanceof EnsureDefaultGroup ensure) {
        projects.add(ensure.group().project());
      }
    }
    return projects.stream()
        .<Step>map(
            project ->
                new Step.Baseline(
                    GroupSituation.scope(project), situation.present().idsOf(project)))
        .toList();
  }

  /** Groups of one project stay in one lane, so that a doubtful one is looked for undisturbed. */
  private List<Step> creations(List<SourceGroup> missing, Ledger ledger) {
    Map<String, List<SourceGroup>> byProject =
        missing.stream()
            .collect(
                Collectors.groupingBy(
                    SourceGroup::project, LinkedHashMap::new, Collectors.toList()));
    List<Step> steps = new ArrayList<>();
    List<SourceGroup> batch = new ArrayList<>();
    for (List<SourceGroup> groups : byProject.values()) {
      if (!batch.isEmpty() && batch.size() + groups.size() > GROUPS_PER_REQUEST) {
        steps.addAll(requests(batch, ledger));
        batch.clear();
      }
      batch.addAll(groups);
    }
    steps.addAll(requests(batch, ledger));
    return steps;
  }

  private List<Step> requests(List<SourceGroup> batch, Ledger ledger) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < batch.size(); i += GROUPS_PER_REQUEST) {
      List<SourceGroup> part =
          List.copyOf(batch.subList(i, Math.min(batch.size(), i + GROUPS_PER_REQUEST)));
      steps.add(
          Step.act(
              new CreateGroups(
                  part, "groups of " + batch.get(0).project(), situation.automatic(), ledger)));
    }
    return steps;
  }
}
