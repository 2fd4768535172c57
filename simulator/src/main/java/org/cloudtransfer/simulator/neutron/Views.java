package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.http.Json;

/** Groups and rules as neutron shows them: older releases have fewer attributes. */
final class Views {
  private final Network network;
  private final Profile profile;

  Views(Network network, Profile profile) {
    this.network = network;
    this.profile = profile;
  }

  ObjectNode group(SecurityGroup group) {
    ObjectNode view =
        Json.object()
            .put("id", group.id())
            .put("name", group.name())
            .put("tenant_id", group.projectId())
            .put("project_id", group.projectId())
            .put("description", group.description());
    ArrayNode rules = view.putArray("security_group_rules");
    network.rules(group.id()).forEach(r -> rules.add(rule(r)));
    if (profile.since(Profile.ZED)) {
      view.put("stateful", group.stateful()).put("shared", false);
    }
    if (profile.since(Profile.TRAIN)) {
      view.set("tags", Json.array(group.tags()));
    }
    if (profile.since(Profile.PIKE)) {
      dates(view, group.createdAt(), group.updatedAt(), group.revision());
    }
    return view;
  }

  ObjectNode rule(SecurityGroupRule rule) {
    ObjectNode view =
        Json.object()
            .put("id", rule.id())
            .put("tenant_id", rule.projectId())
            .put("project_id", rule.projectId())
            .put("security_group_id", rule.securityGroupId())
            .put("ethertype", rule.ethertype())
            .put("direction", rule.direction())
            .put("protocol", rule.protocol())
            .put("port_range_min", rule.portRangeMin())
            .put("port_range_max", rule.portRangeMax())
            .put("remote_ip_prefix", rule.remoteIpPrefix())
            .put("remote_group_id", rule.remoteGroupId())
            .put("description", rule.description());
    if (profile.since(Profile.ZED)) {
      view.putNull("remote_address_group_id").put("normalized_cidr", normalized(rule));
      view.putArray("tags");
    }
    if (profile.since(Profile.EPOXY)) {
      view.put("belongs_to_default_sg", isOfDefault(rule));
    }
    if (profile.since(Profile.PIKE)) {
      dates(view, rule.createdAt(), rule.createdAt(), 0);
    }
    return view;
  }

  private boolean isOfDefault(SecurityGroupRule rule) {
    return network
        .group(rule.securityGroupId())
        .map(group -> group.name().equals("default"))
        .orElse(false);
  }

  private static String normalized(SecurityGroupRule rule) {
    String prefix = rule.remoteIpPrefix();
    return prefix == null ? null : Cidr.parse(prefix).orElseThrow().network().toString();
  }

  private static void dates(ObjectNode view, Instant created, Instant updated, int revision) {
    view.put("created_at", created.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("updated_at", updated.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("revision_number", revision);
  }
}
