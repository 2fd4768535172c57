package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;

/** The calls on /security-groups. */
final class SecurityGroups {
  private final Network network;
  private final Views views;
  private final QuotaCheck quota;
  private final DefaultGroups defaults;
  private final Attributes attributes;
  private final Listing listing;

  SecurityGroups(Network network, Profile profile, QuotaCheck quota, DefaultGroups defaults) {
    this.network = network;
    this.views = new Views(network, profile);
    this.quota = quota;
    this.defaults = defaults;
    this.attributes = new Attributes("security_group", attributes(profile));
    this.listing = new Listing("security_groups", attributes.names(), profile);
  }

  private static List<Attribute> attributes(Profile profile) {
    TextNode none = TextNode.valueOf("");
    List<Attribute> all = new ArrayList<>();
    all.add(Attribute.readOnly("id"));
    all.add(Attribute.optional("name", none, SecurityGroups::name).changeable());
    all.add(Attribute.required("tenant_id", Values.text("tenant_id", 255)));
    all.add(Attribute.required("project_id", Values.text("project_id", 255)));
    all.add(Attribute.readOnly("security_group_rules"));
    all.add(Attribute.optional("description", none, Values.text("description", 255)).changeable());
    if (profile.since(Profile.PIKE)) {
      List.of("created_at", "updated_at", "revision_number")
          .forEach(name -> all.add(Attribute.readOnly(name)));
    }
    if (profile.since(Profile.TRAIN)) {
      all.add(Attribute.readOnly("tags"));
    }
    if (profile.since(Profile.ZED)) {
      all.add(Attribute.optional("stateful", BooleanNode.TRUE, Values::truth).changeable());
      all.add(Attribute.readOnly("shared"));
    }
    return all;
  }

  private static JsonNode name(JsonNode value) {
    JsonNode name = Values.text("name", 255).apply(value);
    if (name.textValue().equalsIgnoreCase("default")) {
      throw NeutronFault.conflict(
          "SecurityGroupDefaultAlreadyExists", "Default security group already exists.");
    }
    return name;
  }

  Reply list(NeutronCall call) {
    defaults.ensureForList(call);
    List<ObjectNode> seen =
        candidates(call).stream()
            .filter(g -> call.mayTouch(g.projectId()))
            .map(views::group)
            .toList();
    return listing.reply(call, seen);
  }

  /** Only a short cut: the listing filters again. */
  private List<SecurityGroup> candidates(NeutronCall call) {
    List<String> projects = new ArrayList<>(call.query().all("project_id"));
    projects.addAll(call.query().all("tenant_id"));
    return projects.isEmpty()
        ? network.groups()
        : projects.stream().distinct().flatMap(p -> network.groups(p).stream()).toList();
  }

  Reply show(NeutronCall call) {
    ObjectNode view = views.group(found(call));
    return Reply.json(200, Json.object("security_group", Listing.cut(call.query(), view)));
  }

  private SecurityGroup found(NeutronCall call) {
    String id = call.variable("id");
    return network
        .group(id)
        .filter(g -> call.mayTouch(g.projectId()))
        .orElseThrow(() -> NeutronFault.noGroup(id));
  }

  Reply create(NeutronCall call) {
    List<ObjectNode> items = attributes.forPost(call);
    quota.check(items, "security_group");
    List<SecurityGroup> made = new ArrayList<>();
    try {
      items.forEach(item -> made.add(make(item)));
    } catch (Refusal refusal) {
      made.forEach(group -> network.removeGroup(group.id()));
      throw refusal;
    }
    List<ObjectNode> shown = made.stream().map(views::group).toList();
    return Reply.json(201, attributes.reply(attributes.isBulk(call.body()), shown));
  }

  private SecurityGroup make(ObjectNode item) {
    String project = item.path("project_id").asText();
    defaults.ensure(project);
    quota.check(project, "security_group_rule", network.automaticRules(false));
    return network.addGroup(
        project,
        item.path("name").asText(),
        item.path("description").asText(),
        item.path("stateful").asBoolean(true));
  }

  Reply update(NeutronCall call) {
    ObjectNode changes = attributes.forPut(call);
    SecurityGroup group = found(call);
    if (group.name().equals("default") && changes.has("name")) {
      throw NeutronFault.conflict(
          "SecurityGroupCannotUpdateDefault", "Updating default security group not allowed.");
    }
    boolean stateful = changes.path("stateful").asBoolean(group.stateful());
    if (stateful != group.stateful() && network.isInUse(group.id())) {
      throw inUse(group);
    }
    SecurityGroup changed =
        network.change(
            new SecurityGroup(
                group.id(),
                group.projectId(),
                changes.path("name").asText(group.name()),
                changes.path("description").asText(group.description()),
                stateful,
                group.tags(),
                group.revision(),
                group.createdAt(),
                group.updatedAt()));
    return Reply.json(200, Json.object("security_group", views.group(changed)));
  }

  Reply delete(NeutronCall call) {
    SecurityGroup group = found(call);
    if (network.isInUse(group.id())) {
      throw inUse(group);
    }
    if (group.name().equals("default") && !call.token().isAdmin()) {
      throw NeutronFault.conflict(
          "SecurityGroupCannotRemoveDefault",
          "Insufficient rights for removing default security group.");
    }
    network.removeGroup(group.id());
    return Reply.empty(204);
  }

  private static Refusal inUse(SecurityGroup group) {
    String text = "Security Group %s in use.".formatted(group.id());
    return NeutronFault.conflict("SecurityGroupInUse", text);
  }
}
