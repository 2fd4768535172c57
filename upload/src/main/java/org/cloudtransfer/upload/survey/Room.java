package org.cloudtransfer.upload.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Finding;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.target.Rows;

/**
 * Whether the groups and rules that are to be made fit into their projects' quotas, as these will
 * be by then. Of rules that are there already the plan does not know the number, so it says less
 * than there may be to say.
 */
record Room(Facts facts, Belongings belongings, Rows rows, IdentityMap identities) {
  private static final String SCOPE = "security-groups of ";

  List<Finding> findings(Plan plan, List<Outcome> outcomes) {
    Map<String, Integer> limits = coming(outcomes);
    Map<String, Integer> present = present(plan);
    List<Finding> findings = new ArrayList<>();
    made(plan, SecurityGroup.TABLE.name())
        .forEach(
            (project, groups) -> {
              int there = present.getOrDefault(there(project), 0);
              int limit = limit(limits, project, "security_group");
              if (limit >= 0 && there + groups.size() > limit) {
                findings.add(over(Cause.GROUPS_OVER_QUOTA, project, limit, there, groups));
              }
            });
    made(plan, SecurityGroupRule.TABLE.name())
        .forEach(
            (project, made) -> {
              int limit = limit(limits, project, "security_group_rule");
              if (limit >= 0 && made.size() > limit) {
                findings.add(over(Cause.RULES_OVER_QUOTA, project, limit, 0, made));
              }
            });
    return findings;
  }

  private Finding over(Cause cause, String project, int limit, int there, List<RowKey> made) {
    String resource = cause == Cause.GROUPS_OVER_QUOTA ? "security_group" : "security_group_rule";
    return new Finding(
        cause,
        made.get(0).table(),
        belongings.called(project),
        made,
        "the project's quota of "
            + resource
            + " is "
            + limit
            + ": "
            + (there > 0 ? there + " are there, and " : "")
            + made.size()
            + " are to be made",
        "Raise it; what does not fit will fail.");
  }

  private Map<String, List<RowKey>> made(Plan plan, String table) {
    Map<String, List<RowKey>> made = new TreeMap<>();
    for (Action action : plan.actions()) {
      for (RowKey row : action.rows()) {
        if (action.verb() == Verb.CREATE && row.table().equals(table)) {
          made.computeIfAbsent(belongings.project(row), p -> new ArrayList<>()).add(row);
        }
      }
    }
    return made;
  }

  /** By the target's project, how many groups are there where some are to be made. */
  private static Map<String, Integer> present(Plan plan) {
    Map<String, Integer> present = new HashMap<>();
    for (Step step : plan.steps()) {
      if (step instanceof Step.Baseline baseline && baseline.scope().startsWith(SCOPE)) {
        present.put(baseline.scope().substring(SCOPE.length()), baseline.ids().size());
      }
    }
    return present;
  }

  /** Limits that hold when groups are made, for quotas come first. */
  private Map<String, Integer> coming(List<Outcome> outcomes) {
    Map<RowKey, Result> results = new HashMap<>();
    outcomes.forEach(outcome -> results.put(outcome.row(), outcome.result()));
    Map<String, Integer> coming = new HashMap<>();
    for (NeutronQuota quota : rows.unnarrowed(NeutronQuota.TABLE)) {
      if (results.get(quota.key()) == Result.UPDATED && quota.limit() != null) {
        coming.put(quota.projectId() + "/" + quota.resource(), quota.limit());
      }
    }
    return coming;
  }

  private int limit(Map<String, Integer> coming, String project, String resource) {
    return coming.getOrDefault(
        project + "/" + resource, facts.networkLimit(there(project), resource));
  }

  /** The target's ID of a project. */
  private String there(String project) {
    return identities.projectId(project).orElse(project);
  }
}
