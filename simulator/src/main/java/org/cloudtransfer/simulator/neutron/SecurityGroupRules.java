package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/**
 * The calls on /security-group-rules. A bulk is all or nothing, and for one group and one owner
 * only.
 */
final class SecurityGroupRules {
  private final Network network;
  private final Profile profile;
  private final Protocols protocols;
  private final boolean anywhereIsNone;
  private final Views views;
  private final QuotaCheck quota;
  private final DefaultGroups defaults;
  private final RuleChecks checks;
  private final Attributes attributes;
  private final Listing listing;

  SecurityGroupRules(
      Network network,
      Profile profile,
      boolean anywhereIsNone,
      QuotaCheck quota,
      DefaultGroups defaults) {
    this.network = network;
    this.profile = profile;
    this.protocols = new Protocols(profile);
    this.anywhereIsNone = anywhereIsNone;
    this.views = new Views(network, profile);
    this.quota = quota;
    this.defaults = defaults;
    this.checks = new RuleChecks(network, profile, protocols);
    this.attributes = RuleAttributes.of(profile, protocols);
    this.listing = new Listing("security_group_rules", attributes.names(), profile);
  }

  Reply list(NeutronCall call) {
    if (profile.since(Profile.ZED)) {
      defaults.ensureForList(call);
    }
    List<ObjectNode> seen =
        candidates(call).stream().filter(r -> sees(call, r)).map(views::rule).toList();
    return listing.reply(call, seen);
  }

  /** Only a short cut: the listing filters again. */
  private List<SecurityGroupRule> candidates(NeutronCall call) {
    List<String> groups = call.query().all("security_group_id");
    if (!groups.isEmpty()) {
      return groups.stream().distinct().flatMap(g -> network.rules(g).stream()).toList();
    }
    List<String> projects = new ArrayList<>(call.query().all("project_id"));
    projects.addAll(call.query().all("tenant_id"));
    return projects.size() == 1 ? network.rulesOwnedBy(projects.get(0)) : network.rules();
  }

  /** A rule is in sight of its own project and of its group's. */
  private boolean sees(NeutronCall call, SecurityGroupRule rule) {
    return call.mayTouch(rule.projectId())
        || network
            .group(rule.securityGroupId())
            .map(g -> call.mayTouch(g.projectId()))
            .orElse(false);
  }

  Reply show(NeutronCall call) {
    ObjectNode view = views.rule(found(call));
    return Reply.json(200, Json.object("security_group_rule", Listing.cut(call.query(), view)));
  }

  private SecurityGroupRule found(NeutronCall call) {
    String id = call.variable("id");
    return network.rule(id).filter(r -> sees(call, r)).orElseThrow(() -> NeutronFault.noRule(id));
  }

  Reply create(NeutronCall call) {
    List<ObjectNode> items = attributes.forPost(call);
    quota.check(items, "security_group_rule");
    List<SecurityGroupRule> rules = items.stream().map(SecurityGroupRules::rule).toList();
    checkOneGroup(rules);
    List<SecurityGroupRule> canonical = rules.stream().map(checks::canonical).toList();
    canonical.forEach(rule -> checks.check(call, rule));
    checkNoDuplicates(canonical);
    List<ObjectNode> made = canonical.stream().map(network::addRule).map(views::rule).toList();
    return Reply.json(201, attributes.reply(attributes.isBulk(call.body()), made));
  }

  private static SecurityGroupRule rule(ObjectNode item) {
    return new SecurityGroupRule(
        null,
        item.path("project_id").asText(),
        item.path("security_group_id").asText(),
        item.path("direction").asText(),
        item.path("ethertype").asText(),
        text(item.path("protocol")),
        number(item.path("port_range_min")),
        number(item.path("port_range_max")),
        text(item.path("remote_ip_prefix")),
        text(item.path("remote_group_id")),
        item.path("description").asText(),
        null);
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.asText().isEmpty() ? null : value.asText();
  }

  private static Integer number(JsonNode value) {
    return value.isNull() ? null : value.intValue();
  }

  private static void checkOneGroup(List<SecurityGroupRule> rules) {
    if (rules.stream().map(SecurityGroupRule::securityGroupId).distinct().count() > 1) {
      throw NeutronFault.of(
          400,
          "SecurityGroupNotSingleGroupRules",
          "Only allowed to update rules for one security profile at a time");
    }
    if (rules.stream().map(SecurityGroupRule::projectId).distinct().count() > 1) {
      throw NeutronFault.of(
          400,
          "SecurityGroupRulesNotSingleTenant",
          "Multiple tenant_ids in bulk security group rule create not allowed");
    }
  }

  private void checkNoDuplicates(List<SecurityGroupRule> rules) {
    Set<RuleKey> keys = new HashSet<>();
    for (SecurityGroupRule rule : rules) {
      if (!keys.add(key(rule))) {
        throw NeutronFault.conflict(
            "DuplicateSecurityGroupRuleInPost", "Duplicate Security Group Rule in POST.");
      }
    }
    for (SecurityGroupRule present : network.rules(rules.get(0).securityGroupId())) {
      if (keys.contains(key(present))) {
        String text = "Security group rule already exists. Rule id is %s.";
        throw NeutronFault.conflict("SecurityGroupRuleExists", text.formatted(present.id()));
      }
    }
  }

  private RuleKey key(SecurityGroupRule rule) {
    return RuleKey.of(rule, protocols, anywhereIsNone);
  }

  /** Neutron has the description among what may be changed but no code that does it. */
  Reply update(NeutronCall call) {
    attributes.forPut(call);
    found(call);
    throw NeutronFault.internal();
  }

  Reply delete(NeutronCall call) {
    network.removeRule(found(call).id());
    return Reply.empty(204);
  }
}
