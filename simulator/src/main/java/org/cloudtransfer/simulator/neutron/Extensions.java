package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;

/** GET /extensions: those that tell clients about groups and quotas. */
final class Extensions {
  private static final List<String> ALWAYS =
      List.of(
          "security-group",
          "quotas",
          "router",
          "rbac-policies",
          "project-id",
          "standard-attr-description",
          "pagination",
          "sorting");
  private static final Map<Profile, List<String>> ADDED =
      Map.of(
          Profile.PIKE,
          List.of("quota_details", "standard-attr-revisions", "standard-attr-timestamp"),
          Profile.TRAIN,
          List.of("filter-validation", "rbac-security-groups", "standard-attr-tag"),
          Profile.ZED,
          List.of(
              "quota-check-limit",
              "security-groups-normalized-cidr",
              "security-groups-remote-address-group",
              "security-groups-shared-filtering",
              "stateful-security-group"),
          Profile.EPOXY,
          List.of(
              "quota-check-limit-default",
              "security-groups-default-rules",
              "security-groups-rules-belongs-to-default-sg"));

  private final List<String> aliases;

  Extensions(Profile profile) {
    aliases = new ArrayList<>(ALWAYS);
    ADDED.entrySet().stream()
        .filter(added -> profile.since(added.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(added -> aliases.addAll(added.getValue()));
  }

  Reply list(NeutronCall call) {
    ArrayNode extensions = Json.array();
    aliases.forEach(alias -> extensions.add(view(alias)));
    return Reply.json(200, Json.object("extensions", extensions));
  }

  Reply show(NeutronCall call) {
    String alias = call.variable("alias");
    if (!aliases.contains(alias)) {
      String text = "Extension with alias %s does not exist".formatted(alias);
      throw new Refusal(Reply.html(404, "Not Found: " + text));
    }
    return Reply.json(200, Json.object("extension", view(alias)));
  }

  private static ObjectNode view(String alias) {
    ObjectNode view =
        Json.object()
            .put("name", alias)
            .put("alias", alias)
            .put("description", "")
            .put("updated", "2020-01-01T00:00:00-00:00");
    view.putArray("links");
    return view;
  }
}
