package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.target.QuotaSet.Wanted;

/**
 * Limits that Keystone keeps for Nova ({@code [quota] driver = nova.quota.UnifiedLimitsDriver},
 * since Yoga). Nova then takes limits and ignores them: what it was given and does not show is to
 * be set in Keystone, under other names (nova, limit/local.py and limit/placement.py).
 *
 * @param registered default limits by Keystone's names; empty if it keeps none of Nova's
 */
record UnifiedLimits(Map<String, Integer> registered) {
  private static final String REASON =
      "Nova took it and ignored it: Keystone keeps the limits here";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("instances", "servers"),
          Map.entry("cores", "class:VCPU"),
          Map.entry("ram", "class:MEMORY_MB"),
          Map.entry("key_pairs", "server_key_pairs"),
          Map.entry("metadata_items", "server_metadata_items"),
          Map.entry("server_groups", "server_groups"),
          Map.entry("server_group_members", "server_group_members"),
          Map.entry("injected_files", "server_injected_files"),
          Map.entry("injected_file_content_bytes", "server_injected_file_content_bytes"),
          Map.entry("injected_file_path_bytes", "server_injected_file_path_bytes"));

  static final UnifiedLimits NONE = new UnifiedLimits(Map.of());

  UnifiedLimits {
    registered = Map.copyOf(registered);
  }

  /** What Keystone has registered; nothing if it does not know of limits or does not tell. */
  static UnifiedLimits read(Cloud cloud) {
    Reply reply = cloud.reading(Request.get(Service.IDENTITY, "registered_limits"));
    Map<String, Integer> registered = new HashMap<>();
    for (JsonNode limit : reply.body().path("registered_limits")) {
      String name = limit.path("resource_name").asText();
      if (reply.ok() && NAMES.containsValue(name)) {
        registered.put(name, limit.path("default_limit").asInt());
      }
    }
    return new UnifiedLimits(registered);
  }

  /**
   * How a limit ends that Nova was given and does not show; empty if Keystone does not seem to keep
   * it.
   *
   * @param user null for a project's limit
   */
  Optional<Outcome> ignored(Wanted wanted, String project, String user) {
    return registered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Outcome.withheld(
                    wanted.row(), reason(wanted, project, user), remedy(wanted, project, user))
                .because(Cause.LIMIT_IGNORED));
  }

  /** Each its own, for a report shows one remedy for each reason. */
  private static String reason(Wanted wanted, String project, String user) {
    String name = NAMES.get(wanted.resource());
    if (name == null || user != null) {
      return REASON + ", and none " + (name == null ? "of " + wanted.resource() : "of users");
    }
    return REASON + ", this one as " + name + " of project " + project;
  }

  private String remedy(Wanted wanted, String project, String user) {
    String name = NAMES.get(wanted.resource());
    if (name == null || user != null) {
      return "Leave it: there is no such limit any more.";
    }
    return "Run: "
        + (registered.containsKey(name)
            ? ""
            : "openstack registered limit create --service nova --default-limit 0 " + name + "; ")
        + "openstack limit create --project "
        + project
        + " --service nova --resource-limit "
        + wanted.limit()
        + " "
        + name;
  }
}
