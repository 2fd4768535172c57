package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.verify.Limits.Elsewhere;
import org.cloudtransfer.upload.verify.Limits.Wanted;

/**
 * Limits that Keystone keeps for Nova, if it does ("unified limits", since Yoga): Nova then takes
 * limits and ignores them, and limits of users are gone. Asks Keystone once, and only if something
 * differs. One thread uses it.
 */
final class KeystoneLimits {
  private static final String REASON =
      "Nova took it and ignored it: Keystone keeps the limits here, ";

  /** By Nova's name Keystone's (nova, limit/local.py and limit/placement.py). */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("cores", "class:VCPU"),
          Map.entry("ram", "class:MEMORY_MB"),
          Map.entry("instances", "servers"),
          Map.entry("key_pairs", "server_key_pairs"),
          Map.entry("metadata_items", "server_metadata_items"),
          Map.entry("injected_files", "server_injected_files"),
          Map.entry("injected_file_content_bytes", "server_injected_file_content_bytes"),
          Map.entry("injected_file_path_bytes", "server_injected_file_path_bytes"),
          Map.entry("server_groups", "server_groups"),
          Map.entry("server_group_members", "server_group_members"));

  private final Cloud cloud;
  private Set<String> registered;

  KeystoneLimits(Cloud cloud) {
    this.cloud = cloud;
  }

  /**
   * How a limit is set in Keystone that Nova was given and does not show; empty if Keystone keeps
   * none of Nova's limits or does not tell.
   *
   * @param account the target's user; empty for a project's limit
   */
  Optional<Elsewhere> keeps(Wanted wanted, String project, Optional<String> account) {
    if (registered().isEmpty()) {
      return Optional.empty();
    }
    String name = NAMES.get(wanted.resource());
    if (name == null || account.isPresent()) {
      return Optional.of(
          new Elsewhere(
              REASON + "and none " + (name == null ? "of " + wanted.resource() : "of users"),
              "Leave it: there is no such limit any more."));
    }
    return Optional.of(
        new Elsewhere(
            REASON + "this one as " + name + " of project " + project,
            "Run: " + register(name) + limit(name, wanted.limit(), project)));
  }

  private String register(String name) {
    return registered().contains(name)
        ? ""
        : "openstack registered limit create --service nova --default-limit 0 " + name + "; ";
  }

  private static String limit(String name, int limit, String project) {
    return String.format(
        "openstack limit create --project %s --service nova --resource-limit %d %s",
        project, limit, name);
  }

  private Set<String> registered() {
    if (registered == null) {
      registered = new HashSet<>();
      Reply reply = cloud.reading(Request.get(Service.IDENTITY, "registered_limits"));
      if (reply.ok()) {
        for (JsonNode limit : reply.body().path("registered_limits")) {
          registered.add(limit.path("resource_name").asText());
        }
      }
      registered.retainAll(NAMES.values());
    }
    return registered;
  }
}
