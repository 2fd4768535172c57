package org.cloudtransfer.upload.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cloudtransfer.report.Ending;
import org.cloudtransfer.report.Line;
import org.cloudtransfer.report.Names;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.report.Total;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.target.Rows;

/** Rows and their outcomes as lines of the page. */
final class Rendering {
  private final Rows rows;
  private final Report report;
  private final String failed;
  private final Map<String, SecurityGroup> groups = new HashMap<>();

  /**
   * @param failed the word for what failed: to a comparison it is what differs
   */
  Rendering(Rows rows, Report report, String failed) {
    this.rows = rows;
    this.report = report;
    this.failed = failed;
    rows.unnarrowed(SecurityGroup.TABLE).forEach(group -> groups.put(group.id(), group));
  }

  private Ending ending(Result result) {
    Tone tone =
        switch (result) {
          case CREATED, UNDONE -> Tone.DONE;
          case UPDATED -> Tone.SET;
          case UNCHANGED -> Tone.SAME;
          case INAPPLICABLE -> Tone.NOTE;
          case WITHHELD -> Tone.LOOK;
          case FAILED -> Tone.BAD;
        };
    return new Ending(result == Result.FAILED ? failed : result.text(), tone);
  }

  List<Total> totals() {
    List<Total> totals = new ArrayList<>();
    report
        .counts()
        .forEach(
            (table, counts) ->
                counts.forEach(
                    (result, count) -> totals.add(new Total(table, ending(result), count))));
    return totals;
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    report.tables().forEach(table -> add(table, lines));
    return lines;
  }

  private <R> void add(Table<R> table, List<Line> lines) {
    for (R row : rows.unnarrowed(table)) {
      Outcome outcome = report.of(table.key().apply(row));
      if (outcome != null) {
        lines.add(line(table, row, outcome));
      }
    }
  }

  private <R> Line line(Table<R> table, R row, Outcome outcome) {
    String group = group(row);
    return new Line(
        table.name(),
        ending(outcome.result()),
        text(table, row),
        project(table, row, group),
        table.user() == null ? "" : text(table.user().apply(row)),
        group,
        outcome.reason(),
        outcome.remedy());
  }

  private <R> String project(Table<R> table, R row, String group) {
    if (table.project() != null) {
      return text(table.project().apply(row));
    }
    return groups.containsKey(group) ? text(groups.get(group).projectId()) : "";
  }

  private static String group(Object row) {
    if (row instanceof SecurityGroup group) {
      return group.id();
    }
    return row instanceof SecurityGroupRule rule ? rule.securityGroupId() : "";
  }

  /** Without the owners, who have columns of their own. */
  private <R> String text(Table<R> table, R row) {
    if (row instanceof Keypair keypair) {
      return keypair.name() + " (" + keypair.type() + ")";
    }
    if (row instanceof NovaQuota quota) {
      return quota.resource() + " = " + quota.hardLimit();
    }
    if (row instanceof NeutronQuota quota) {
      return quota.resource() + " = " + quota.limit();
    }
    if (row instanceof CinderQuota quota) {
      return quota.resource() + " = " + quota.hardLimit();
    }
    if (row instanceof SecurityGroup group) {
      return group.name() + " (" + group.id() + ")";
    }
    String label = table.label().apply(row);
    return row instanceof SecurityGroupRule rule ? text(rule, label) : label;
  }

  /** The rule's group has a place of its own; that of the remote group is better told by name. */
  private String text(SecurityGroupRule rule, String label) {
    String text = label.replace(" (" + rule.id() + ") of group " + rule.securityGroupId(), "");
    SecurityGroup remote = groups.get(rule.remoteGroupId());
    return remote == null || remote.name() == null || remote.name().isEmpty()
        ? text
        : text.replace("group " + remote.id(), "group " + remote.name());
  }

  private static String text(String text) {
    return Objects.requireNonNullElse(text, "");
  }

  Names names() {
    Map<String, String> projects = new HashMap<>();
    Map<String, String> users = new HashMap<>();
    Map<String, String> groupNames = new HashMap<>();
    rows.unnarrowed(Project.TABLE).forEach(p -> putNamed(projects, p.id(), p.name()));
    rows.unnarrowed(User.TABLE).forEach(u -> putNamed(users, u.id(), u.name()));
    groups.values().forEach(g -> putNamed(groupNames, g.id(), g.name()));
    return new Names(projects, users, groupNames);
  }

  private static void putNamed(Map<String, String> names, String id, String name) {
    if (name != null && !name.isEmpty() && !name.equals(id)) {
      names.put(id, name);
    }
  }

  /** The limits in the archive, by row. */
  Map<RowKey, Long> limits() {
    Map<RowKey, Long> limits = new HashMap<>();
    rows.unnarrowed(NovaQuota.TABLE).forEach(q -> put(limits, q.key(), q.hardLimit()));
    rows.unnarrowed(NeutronQuota.TABLE).forEach(q -> put(limits, q.key(), q.limit()));
    rows.unnarrowed(CinderQuota.TABLE).forEach(q -> put(limits, q.key(), q.hardLimit()));
    return limits;
  }

  private static void put(Map<RowKey, Long> limits, RowKey row, Integer limit) {
    if (limit != null) {
      limits.put(row, limit.longValue());
    }
  }
}
