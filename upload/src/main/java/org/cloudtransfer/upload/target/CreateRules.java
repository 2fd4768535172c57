package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Effect;

/**
 * Adds rules to one group, all or nothing: Neutron takes the rules of one group and one project in
 * a request. Repeated, it conflicts.
 *
 * @param group the target's ID
 * @param project the group's, not the rule's: without it a rule would land in the caller's project
 * @param describes whether the target keeps descriptions of rules
 */
record CreateRules(List<NewRule> rules, String group, String project, boolean describes)
    implements Action {
  CreateRules {
    rules = List.copyOf(rules);
  }

  /** A rule of the archive and what the target will make of it. */
  record NewRule(SecurityGroupRule rule, CanonicalRule canonical) {}

  @Override
  public ResourceKind kind() {
    return ResourceKind.SECURITY_GROUPS;
  }

  @Override
  public Verb verb() {
    return Verb.CREATE;
  }

  @Override
  public List<RowKey> rows() {
    return rules.stream().map(rule -> rule.rule().key()).toList();
  }

  @Override
  public String lane() {
    return "rules of " + group;
  }

  @Override
  public Request request() {
    ObjectNode body = Json.object();
    if (rules.size() == 1) {
      body.set("security_group_rule", body(rules.get(0)));
    } else {
      ArrayNode all = body.putArray("security_group_rules");
      rules.forEach(rule -> all.add(body(rule)));
    }
    return Request.post(Service.NETWORK, body, "security-group-rules");
  }

  private ObjectNode body(NewRule rule) {
    SecurityGroupRule source = rule.rule();
    ObjectNode body =
        Json.object()
            .put("security_group_id", group)
            .put("project_id", project)
            .put("direction", source.direction())
            .put("ethertype", source.ethertype());
    if (!rule.canonical().protocol().isEmpty()) {
      body.put("protocol", source.protocol());
    }
    putPort(body, "port_range_min", source.portRangeMin());
    putPort(body, "port_range_max", source.portRangeMax());
    if (source.remoteIpPrefix() != null && !source.remoteIpPrefix().isBlank()) {
      body.put("remote_ip_prefix", source.remoteIpPrefix());
    }
    if (!rule.canonical().remoteGroupId().isEmpty()) {
      body.put("remote_group_id", rule.canonical().remoteGroupId());
    }
    if (describes && source.description() != null && !source.description().isEmpty()) {
      body.put("description", source.description());
    }
    return body;
  }

  /** A negative port is nova-network's way of saying any. */
  private static void putPort(ObjectNode body, String field, Integer port) {
    if (port != null && port >= 0) {
      body.put(field, port);
    }
  }

  @Override
  public boolean isToldBy(JsonNode body) {
    return body.has(rules.size() == 1 ? "security_group_rule" : "security_group_rules");
  }

  /** Matched by content: nothing promises that answers come in the order of the request. */
  @Override
  public Effect effect(JsonNode body) {
    return rules.size() == 1
        ? only(rules.get(0).rule().key(), body.path("security_group_rule"))
        : answered(body.path("security_group_rules"));
  }

  /** What Neutron spells in a way that nobody foresaw is in its place, if anything is. */
  private Effect answered(JsonNode answers) {
    Map<RowKey, String> ids = new HashMap<>(found(answers).ids());
    List<RowKey> open = new ArrayList<>(rows());
    open.removeAll(ids.keySet());
    List<String> free = new ArrayList<>();
    answers.forEach(rule -> free.add(rule.path("id").asText()));
    free.removeAll(ids.values());
    for (int i = 0; i < open.size() && open.size() == free.size(); i++) {
      ids.put(open.get(i), free.get(i));
    }
    return new Effect(ids, Map.of());
  }

  /** The answer to one is that one, however Neutron spells it. */
  private static Effect only(RowKey row, JsonNode rule) {
    return rule.hasNonNull("id")
        ? new Effect(Map.of(row, rule.path("id").asText()), Map.of())
        : Effect.NONE;
  }

  private Effect found(Iterable<JsonNode> there) {
    Map<CanonicalRule, String> byContent = new HashMap<>();
    there.forEach(rule -> byContent.put(CanonicalRule.of(rule), rule.path("id").asText()));
    Map<RowKey, String> ids = new HashMap<>();
    for (NewRule rule : rules) {
      String id = byContent.get(rule.canonical());
      if (id != null) {
        ids.put(rule.rule().key(), id);
      }
    }
    return new Effect(ids, Map.of());
  }

  @Override
  public Optional<Effect> settle(Cloud cloud) {
    Request list =
        Request.get(Service.NETWORK, "security-group-rules").with("security_group_id", group);
    Effect effect = found(Pages.all(cloud, list, "security_group_rules"));
    return effect.ids().isEmpty() ? Optional.empty() : Optional.of(effect);
  }

  @Override
  public List<Action> split() {
    return rules.size() < 2
        ? List.of()
        : rules.stream()
            .<Action>map(rule -> new CreateRules(List.of(rule), group, project, describes))
            .toList();
  }

  @Override
  public String note(RowKey row) {
    return rules.stream()
        .map(NewRule::rule)
        .filter(rule -> hasNegative(rule) && rule.key().equals(row))
        .map(rule -> "its -1 stands for any in databases that once were nova-network's")
        .findFirst()
        .orElse("");
  }

  private static boolean hasNegative(SecurityGroupRule rule) {
    return rule.portRangeMin() != null && rule.portRangeMin() < 0
        || rule.portRangeMax() != null && rule.portRangeMax() < 0;
  }

  @Override
  public String remedy(Fault fault) {
    return fault.overQuota()
        ? "Raise security_group_rule of the project " + project + ", then run this again."
        : "";
  }
}
