package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/** The calls on /security-groups/{id}/tags; rules have none. */
final class Tags {
  private final Network network;

  Tags(Network network) {
    this.network = network;
  }

  Reply list(NeutronCall call) {
    return reply(group(call));
  }

  Reply replace(NeutronCall call) {
    List<String> tags = new ArrayList<>();
    call.body().path("tags").forEach(tag -> tags.add(checked(tag)));
    return reply(
        change(
            group(call),
            present -> {
              present.clear();
              present.addAll(tags);
            }));
  }

  Reply add(NeutronCall call) {
    change(group(call), present -> present.add(call.variable("tag")));
    return Reply.json(201, NullNode.getInstance());
  }

  Reply remove(NeutronCall call) {
    change(group(call), present -> present.remove(call.variable("tag")));
    return Reply.empty(204);
  }

  private static String checked(JsonNode tag) {
    String text = tag.asText();
    if (!tag.isTextual() || text.length() > 255) {
      throw Values.invalidInput("'%s' exceeds maximum length of 255".formatted(text));
    }
    return text;
  }

  private SecurityGroup group(NeutronCall call) {
    String id = call.variable("id");
    return network
        .group(id)
        .filter(g -> call.mayTouch(g.projectId()))
        .orElseThrow(() -> NeutronFault.noGroup(id));
  }

  private SecurityGroup change(SecurityGroup group, Consumer<Set<String>> change) {
    Set<String> tags = new LinkedHashSet<>(group.tags());
    change.accept(tags);
    return network.change(
        new SecurityGroup(
            group.id(),
            group.projectId(),
            group.name(),
            group.description(),
            group.stateful(),
            List.copyOf(tags),
            group.revision(),
            group.createdAt(),
            group.updatedAt()));
  }

  private static Reply reply(SecurityGroup group) {
    return Reply.json(200, Json.object("tags", Json.array(group.tags())));
  }
}
