package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A security group of the target, with its rules. */
record PresentGroup(
    String id,
    String projectId,
    String name,
    String description,
    boolean stateful,
    List<PresentRule> rules) {
  PresentGroup {
    rules = List.copyOf(rules);
  }

  /**
   * A rule of it.
   *
   * @param shown what Neutron shows of it but for its ID, for putting it back as it was; JSON text
   *     that equal rules share, for there may be a million
   */
  record PresentRule(String id, CanonicalRule canonical, String shown) {
    private static final List<String> FIELDS =
        List.of(
            "direction",
            "ethertype",
            "protocol",
            "port_range_min",
            "port_range_max",
            "remote_ip_prefix",
            "remote_group_id",
            "remote_address_group_id",
            "description");

    static PresentRule of(JsonNode rule) {
      ObjectNode shown = Json.object();
      for (String field : FIELDS) {
        if (!rule.path(field).asText("").isEmpty()) {
          shown.set(field, rule.path(field));
        }
      }
      return new PresentRule(
          rule.path("id").asText().intern(), CanonicalRule.of(rule), shown.toString().intern());
    }

    /** What the journal remembers of it; {@link #of} reads it again. */
    ObjectNode toJson() {
      return Json.object().put("id", id).setAll(Json.parse(shown));
    }
  }

  static PresentGroup of(JsonNode group) {
    List<PresentRule> rules = new ArrayList<>();
    group.path("security_group_rules").forEach(rule -> rules.add(PresentRule.of(rule)));
    String project = group.path("project_id").asText(group.path("tenant_id").asText());
    return new PresentGroup(
        group.path("id").asText(),
        project,
        group.path("name").asText(),
        group.path("description").asText(""),
        group.path("stateful").asBoolean(true),
        rules);
  }

  /** Neutron reserves the name; there is one such group in a project that has any. */
  boolean isDefault() {
    return name.equals("default");
  }

  /** Whether it is called and described like a group of the archive. */
  boolean hasTraits(SourceGroup group) {
    return name.equals(group.name()) && description.equals(group.description());
  }
}
