package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * One limit of a project in Neutron.
 *
 * @param limit negative is unlimited; null only in databases edited by hand
 */
public record NeutronQuota(String projectId, String resource, Integer limit) {

  public static final Table<NeutronQuota> TABLE =
      new Table<>(
          "neutron-quotas",
          List.of("project_id", "resource", "limit"),
          row ->
              new NeutronQuota(
                  row.required("project_id"), row.required("resource"), row.integer("limit")),
          q -> Arrays.asList(q.projectId, q.resource, q.limit),
          NeutronQuota::key,
          NeutronQuota::projectId,
          null,
          q -> q.key().toString());

  public RowKey key() {
    return RowKey.of("neutron-quotas", projectId, resource);
  }
}
