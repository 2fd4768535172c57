package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * One limit of a Nova quota set.
 *
 * @param userId null for the limit of the whole project
 * @param hardLimit -1 is unlimited; null only in databases edited by hand
 */
public record NovaQuota(String projectId, String userId, String resource, Integer hardLimit) {

  public static final Table<NovaQuota> TABLE =
      new Table<>(
          "nova-quotas",
          List.of("project_id", "user_id", "resource", "hard_limit"),
          row ->
              new NovaQuota(
                  row.required("project_id"),
                  row.text("user_id"),
                  row.required("resource"),
                  row.integer("hard_limit")),
          q -> Arrays.asList(q.projectId, q.userId, q.resource, q.hardLimit),
          NovaQuota::key,
          NovaQuota::projectId,
          NovaQuota::userId,
          q -> q.key().toString());

  public RowKey key() {
    return RowKey.of("nova-quotas", projectId, userId, resource);
  }
}
