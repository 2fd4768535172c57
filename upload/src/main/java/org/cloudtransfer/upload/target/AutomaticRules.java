package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.target.PresentGroup.PresentRule;

/**
 * The rules that Neutron adds unasked: up to 2023.1 always all egress, and to a default group all
 * ingress from itself; since 2023.2 whatever the administrator made of {@code
 * default-security-group-rules}.
 */
record AutomaticRules(List<JsonNode> templates) {
  /** Stands for the new group itself (neutron, db/models/securitygroup_default_rules.py). */
  private static final String ITSELF = "PARENT";

  private static final String MEMBER = "default_security_group_rules";

  static final AutomaticRules CLASSIC = new AutomaticRules(classic());

  AutomaticRules {
    templates = List.copyOf(templates);
  }

  private static List<JsonNode> classic() {
    List<JsonNode> all = new ArrayList<>();
    for (String family : List.of("IPv4", "IPv6")) {
      all.add(template("egress", family, true));
      all.add(template("ingress", family, false).put("remote_group_id", ITSELF));
    }
    return all;
  }

  private static ObjectNode template(String direction, String family, boolean everywhere) {
    return Json.object()
        .put("direction", direction)
        .put("ethertype", family)
        .put("used_in_default_sg", true)
        .put("used_in_non_default_sg", everywhere);
  }

  /** As the target's templates are, if it has any and shows them. */
  static AutomaticRules of(Cloud cloud, Set<String> extensions) {
    if (!extensions.contains("security-groups-default-rules")) {
      return CLASSIC;
    }
    Reply reply = cloud.reading(Request.get(Service.NETWORK, "default-security-group-rules"));
    if (!reply.ok() || !reply.body().has(MEMBER)) {
      return CLASSIC;
    }
    List<JsonNode> templates = new ArrayList<>();
    reply.body().path(MEMBER).forEach(templates::add);
    return new AutomaticRules(templates);
  }

  /** A group as it is expected to be when it has just been made; its ID is a placeholder. */
  PresentGroup ofNew(SourceGroup group) {
    String id = "new:" + group.id();
    return new PresentGroup(
        id,
        group.project(),
        group.name(),
        group.description(),
        group.isStateful(),
        of(id, group.group().isDefault()));
  }

  /**
   * That a row's group has come into being. Of its rules only those that are Neutron's by their
   * content count as such: others are of somebody who was quicker.
   */
  Effect found(RowKey row, PresentGroup group) {
    Set<CanonicalRule> automatic =
        of(group.id(), group.isDefault()).stream()
            .map(PresentRule::canonical)
            .collect(Collectors.toSet());
    List<JsonNode> born =
        group.rules().stream()
            .filter(rule -> automatic.contains(rule.canonical()))
            .<JsonNode>map(PresentRule::toJson)
            .toList();
    return new Effect(Map.of(row, group.id()), Map.of(row, born));
  }

  private List<PresentRule> of(String group, boolean isDefault) {
    String use = isDefault ? "used_in_default_sg" : "used_in_non_default_sg";
    List<PresentRule> rules = new ArrayList<>();
    for (JsonNode template : templates) {
      if (template.path(use).asBoolean()) {
        rules.add(PresentRule.of(rule(template, group, rules.size())));
      }
    }
    return rules;
  }

  private static ObjectNode rule(JsonNode template, String group, int number) {
    ObjectNode rule = template.deepCopy();
    rule.put("id", group + "/" + number);
    return template.path("remote_group_id").asText().equals(ITSELF)
        ? rule.put("remote_group_id", group)
        : rule;
  }
}
