package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * A rule of it. There may be a million, most of them like others: texts that recur are shared,
   * and what Neutron sent is not kept.
   *
   * @param remote the ID of the group that it names; with a word before it that of a group of
   *     addresses, of which an archive knows none; empty if it names none
   * @param description empty if this Neutron keeps none of rules
   * @param words as a person reads it, but for the ID
   */
  record ShownRule(
      String id, Shape shape, String remote, Optional<String> description, String words) {
    private static final Optional<String> BLANK = Optional.of("");

    static ShownRule of(JsonNode json) {
      String remote = ShownGroup.remoteOf(json);
      return new ShownRule(
          json.path("id").asText().intern(),
          Shape.of(json).shared(),
          remote.intern(),
          description(json),
          words(json, remote).intern());
    }

    private static Optional<String> description(JsonNode json) {
      if (!json.has("description")) {
        return Optional.empty();
      }
      String text = json.path("description").asText("");
      return text.isEmpty() ? BLANK : Optional.of(text);
    }

    private static String words(JsonNode json, String remote) {
      String ports =
          json.hasNonNull("port_range_min")
              ? " "
                  + json.get("port_range_min").asText()
                  + "-"
                  + json.path("port_range_max").asText()
              : "";
      return json.path("direction").asText()
          + " "
          + json.path("ethertype").asText()
          + " "
          + json.path("protocol").asText(ANY)
          + ports
          + ", "
          + (remote.isEmpty()
              ? json.path("remote_ip_prefix").asText("anywhere")
              : "group " + remote);
    }

    /** As a person reads it. */
    @Override
    public String toString() {
      return words + " (" + id + ")";
    }
  }

  static ShownGroup of(JsonNode group) {
    List<ShownRule> rules = new ArrayList<>();
    for (JsonNode rule : group.path("security_group_rules")) {
      rules.add(ShownRule.of(rule));
    }
    return new ShownGroup(
        group.path("id").asText(),
        group.path(group.has("project_id") ? "project_id" : "tenant_id").asText(),
        group.path("name").asText(),
        group.hasNonNull("description") ? group.get("description").asText() : "",
        !group.has("stateful") || group.get("stateful").asBoolean(),
        rules);
  }

  private static String remoteOf(JsonNode rule) {
    return rule.hasNonNull("remote_address_group_id")
        ? "of addresses " + rule.get("remote_address_group_id").asText()
        : rule.path("remote_group_id").asText("");
  }
}
