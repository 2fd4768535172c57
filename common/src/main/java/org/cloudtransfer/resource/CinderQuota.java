package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * One limit of a project in Cinder.
 *
 * @param resource a plain name such as {@code volumes}, or one of a volume type, such as {@code
 *     volumes_ssd}: with the type's name, not its ID
 * @param hardLimit -1 is unlimited; null only in databases edited by hand
 */
public record CinderQuota(String projectId, String resource, Integer hardLimit) {

  public static final Table<CinderQuota> TABLE =
      new Table<>(
          "cinder-quotas",
          List.of("project_id", "resource", "hard_limit"),
          row ->
              new CinderQuota(
                  row.required("project_id"), row.required("resource"), row.integer("hard_limit")),
          q -> Arrays.asList(q.projectId, q.resource, q.hardLimit),
          CinderQuota::key,
          CinderQuota::projectId,
          null,
          q -> q.key().toString());

  public RowKey key() {
    return RowKey.of("cinder-quotas", projectId, resource);
  }
}
