package org.cloudtransfer.upload.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.target.Rows;

/** Whose the rows of an archive are. */
final class Belongings {
  private final Map<RowKey, String> projects = new HashMap<>();
  private final Map<RowKey, String> users = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private Belongings() {}

  static Belongings of(Rows rows) {
    Belongings belongings = new Belongings();
    for (ResourceKind kind : ResourceKind.values()) {
      kind.tables().forEach(table -> belongings.add(table, rows));
    }
    Map<String, String> ofGroups = new HashMap<>();
    rows.unnarrowed(SecurityGroup.TABLE).forEach(g -> ofGroups.put(g.id(), g.projectId()));
    for (SecurityGroupRule rule : rows.unnarrowed(SecurityGroupRule.TABLE)) {
      String project = ofGroups.getOrDefault(rule.securityGroupId(), "");
      belongings.projects.put(rule.key(), project);
    }
    rows.unnarrowed(User.TABLE).forEach(user -> belongings.name("user", user.id(), user.name()));
    rows.unnarrowed(Project.TABLE)
        .forEach(project -> belongings.name("project", project.id(), project.name()));
    return belongings;
  }

  private <R> void add(Table<R> table, Rows rows) {
    for (R row : rows.unnarrowed(table)) {
      RowKey key = table.key().apply(row);
      if (table.project() != null) {
        projects.put(key, Objects.requireNonNullElse(table.project().apply(row), ""));
      }
      if (table.user() != null && table.user().apply(row) != null) {
        users.put(key, table.user().apply(row));
      }
    }
  }

  private void name(String sort, String id, String name) {
    if (name != null) {
      names.put(sort + " " + id, sort + " " + name + " (" + id + ")");
    }
  }

  /** The ID of a row's project; empty if it has none. */
  String project(RowKey row) {
    return projects.getOrDefault(row, "");
  }

  /** A project for people. */
  String called(String project) {
    return names.getOrDefault("project " + project, "project " + project);
  }

  /** The owner of a row for people; empty if nobody can tell. */
  String owner(RowKey row) {
    String user = users.get(row);
    String project = project(row);
    String owner = user == null ? "" : names.getOrDefault("user " + user, "user " + user);
    String in = project.isEmpty() ? "" : called(project);
    return owner + (owner.isEmpty() || in.isEmpty() ? "" : " in ") + in;
  }
}
