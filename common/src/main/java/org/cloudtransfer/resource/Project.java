package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * A project that some row of the archive refers to.
 *
 * @param name null if the source does not know the project any more
 * @param domain the domain's name; null if the source does not know it
 * @param enabled null if the source does not know it
 */
public record Project(String id, String name, String domain, Boolean enabled) {

  public static final Table<Project> TABLE =
      new Table<>(
          "projects",
          List.of("id", "name", "domain", "enabled"),
          row ->
              new Project(
                  row.required("id"), row.text("name"), row.text("domain"), row.flag("enabled")),
          p -> Arrays.asList(p.id, p.name, p.domain, p.enabled),
          p -> RowKey.of("projects", p.id),
          null,
          null,
          Project::id);
}
