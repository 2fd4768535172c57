package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A group as Neutron shows it. */
record ShownGroup(
    String id,
    String project,
    String name,
    String description,
    boolean stateful,
    List<ShownRule> rules) {
  private static final String ANY = "any";

  ShownGroup {
    rules = List.copyOf(rules);
  }

  /**
   * A rule of it.
   *
   * @param remote the ID of the group that it names; with a word before it that of a group of
   *     addresses, of which an archive knows none; empty if it names none
   */
  record ShownRule(String id, Shape shape, String remote, JsonNode json) {

    /** As a person reads it. */
    @Override
    public String toString() {
      String ports =
          json.hasNonNull("port_range_min")
              ? " "
                  + json.get("port_range_min").asText()
                  + "-"
                  + json.path("port_range_max").asText()
              : "";
      String net = json.path("remote_ip_prefix").asText("anywhere");
      return String.format(
          "%s %s %s%s, %s (%s)",
          json.path("direction").asText(),
          json.path("ethertype").asText(),
          json.path("protocol").asText(ANY),
          ports,
          remote.isEmpty() ? net : "group " + remote,
          id);
    }
  }

  static ShownGroup of(JsonNode group) {
    List<ShownRule> rules = new ArrayList<>();
    for (JsonNode rule : group.path("security_group_rules")) {
      rules.add(new ShownRule(rule.path("id").asText(), Shape.of(rule), remote(rule), rule));
    }
    return new ShownGroup(
        group.path("id").asText(),
        group.path(group.has("project_id") ? "project_id" : "tenant_id").asText(),
        group.path("name").asText(),
        group.hasNonNull("description") ? group.get("description").asText() : "",
        !group.has("stateful") || group.get("stateful").asBoolean(),
        rules);
  }

  private static String remote(JsonNode rule) {
    return rule.hasNonNull("remote_address_group_id")
        ? "of addresses " + rule.get("remote_address_group_id").asText()
        : rule.path("remote_group_id").asText("");
  }
}
