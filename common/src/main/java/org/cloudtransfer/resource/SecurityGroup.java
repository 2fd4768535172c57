package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * A security group without its rules.
 *
 * @param projectId empty if an archive of format 0 cannot tell
 * @param name may be empty, and is not unique in a project; null only in format 0, for empty
 * @param description may be null in Liberty's databases
 * @param stateful null where the source does not know the notion (before Ussuri)
 * @param isDefault whether it is <em>the</em> default group of its project
 */
public record SecurityGroup(
    String id,
    String projectId,
    String name,
    String description,
    Boolean stateful,
    boolean isDefault) {

  public static final Table<SecurityGroup> TABLE =
      new Table<>(
          "security-groups",
          List.of("id", "project_id", "name", "description", "stateful", "is_default"),
          row ->
              new SecurityGroup(
                  row.required("id"),
                  row.required("project_id"),
                  row.text("name"),
                  row.text("description"),
                  row.flag("stateful"),
                  Boolean.TRUE.equals(row.flag("is_default"))),
          g -> Arrays.asList(g.id, g.projectId, g.name, g.description, g.stateful, g.isDefault),
          SecurityGroup::key,
          SecurityGroup::projectId,
          null,
          SecurityGroup::label);

  public RowKey key() {
    return RowKey.of("security-groups", id);
  }

  private String label() {
    return name + " (" + id + ") of project " + projectId;
  }
}
