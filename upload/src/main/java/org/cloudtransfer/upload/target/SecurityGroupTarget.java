package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Policies.DefaultGroups;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;

/**
 * Security groups and their rules: all groups first, then all rules, for rules name groups in
 * circles and across projects. In between go the rules that Neutron added unasked and the source
 * does not have: the sooner the better, and they count in the rule quota.
 */
final class SecurityGroupTarget implements Target {

  @Override
  public ResourceKind kind() {
    return ResourceKind.SECURITY_GROUPS;
  }

  @Override
  public Set<Service> services() {
    return Set.of(Service.NETWORK);
  }

  @Override
  public List<Stage> prepare(Transfer transfer) {
    Map<String, SourceGroup> all = sourceGroups(transfer.rows(), transfer.identities());
    List<SourceGroup> wanted = new ArrayList<>();
    List<Outcome> ownerless = new ArrayList<>();
    for (SecurityGroup group : transfer.rows().of(SecurityGroup.TABLE)) {
      SourceGroup whole = all.get(group.id());
      Outcome outcome = absence(transfer.identities(), group);
      if (outcome == null) {
        wanted.add(whole);
      } else {
        ownerless.addAll(withRules(whole, outcome));
      }
    }
    ownerless.addAll(groupless(transfer.rows(), all));
    GroupSituation situation = situation(transfer, all, wanted);
    GroupPlan groups = new GroupPlan(situation, transfer.policies());
    RulePlan rules = new RulePlan(situation, transfer.policies());
    return List.of(
        new Stage(
            kind(),
            "security groups",
            ledger -> {
              List<Step> steps = new ArrayList<>(ownerless.stream().map(Step::settled).toList());
              steps.addAll(groups.steps(wanted, ledger));
              return steps;
            }),
        new Stage(kind(), "automatic rules", ledger -> rules.removals(wanted, ledger)),
        new Stage(kind(), "security group rules", ledger -> rules.additions(wanted, ledger)));
  }

  @Override
  public List<Stage> undo(Transfer transfer, List<Deed> deeds) {
    if (deeds.isEmpty()) {
      return List.of();
    }
    GroupUndo undo = GroupUndo.of(transfer, deeds);
    return List.of(new Stage(kind(), "security groups", undo::steps));
  }

  static Map<String, SourceGroup> sourceGroups(Rows rows, IdentityMap identities) {
    Map<String, List<SecurityGroupRule>> rulesOf = new HashMap<>();
    for (SecurityGroupRule rule : rows.unnarrowed(SecurityGroupRule.TABLE)) {
      rulesOf.computeIfAbsent(rule.securityGroupId(), id -> new ArrayList<>()).add(rule);
    }
    Map<String, SourceGroup> groups = new LinkedHashMap<>();
    for (SecurityGroup group : rows.unnarrowed(SecurityGroup.TABLE)) {
      String project = identities.projectId(group.projectId()).orElse(group.projectId());
      groups.put(
          group.id(), new SourceGroup(group, project, rulesOf.getOrDefault(group.id(), List.of())));
    }
    return groups;
  }

  private static List<Outcome> groupless(Rows rows, Map<String, SourceGroup> all) {
    return rows.of(SecurityGroupRule.TABLE).stream()
        .filter(rule -> !all.containsKey(rule.securityGroupId()))
        .map(
            rule ->
                Outcome.withheld(
                        rule.key(),
                        "its group " + rule.securityGroupId() + " is not in the archive",
                        "Download again.")
                    .because(Cause.RULE_NOT_CARRIED))
        .toList();
  }

  /** Null if the group's project is in the target. */
  private static Outcome absence(IdentityMap identities, SecurityGroup group) {
    if (group.projectId().isEmpty()) {
      return Outcome.withheld(
              group.key(),
              "the old tool's archive does not tell which project the group belongs to",
              "Download again with this tool.")
          .because(Cause.GROUP_NOT_CARRIED);
    }
    return Owners.of(identities, group.key(), group.projectId(), null) instanceof Owners.Absent a
        ? a.outcome()
        : null;
  }

  static List<Outcome> withRules(SourceGroup group, Outcome outcome) {
    List<Outcome> outcomes = new ArrayList<>(List.of(outcome));
    for (SecurityGroupRule rule : group.rules()) {
      outcomes.add(
          new Outcome(
              rule.key(),
              outcome.result(),
              "its group " + group.name() + ": " + outcome.reason(),
              outcome.remedy(),
              outcome.cause()));
    }
    return outcomes;
  }

  private static GroupSituation situation(
      Transfer transfer, Map<String, SourceGroup> all, List<SourceGroup> wanted) {
    Map<String, SourceGroup> relevant = new LinkedHashMap<>();
    for (SourceGroup group : wanted) {
      relevant.put(group.id(), group);
      for (SecurityGroupRule rule : group.rules()) {
        SourceGroup remote = all.get(rule.remoteGroupId());
        if (remote != null && transfer.identities().hasProject(remote.group().projectId())) {
          relevant.put(remote.id(), remote);
        }
      }
    }
    if (relevant.isEmpty()) {
      return new GroupSituation(
          Map.of(),
          Set.of(),
          PresentGroups.of(List.of()),
          Set.of(),
          Set.of(),
          false,
          AutomaticRules.CLASSIC);
    }
    PresentGroups present =
        PresentGroups.read(transfer.cloud(), transfer.workers(), relevant.values());
    Set<String> gone = new HashSet<>();
    for (SourceGroup group : relevant.values()) {
      transfer
          .ledger()
          .id(group.group().key())
          .filter(id -> present.get(id).isEmpty())
          .ifPresent(id -> gone.add(group.id()));
    }
    Set<String> extensions = Extensions.of(transfer.cloud());
    return new GroupSituation(
        relevant,
        wanted.stream().map(SourceGroup::id).collect(Collectors.toSet()),
        present,
        gone,
        extensions,
        transfer.policies().defaultGroups() == DefaultGroups.SKIP,
        AutomaticRules.of(transfer.cloud(), extensions));
  }
}
