package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.simulator.http.Json;

/**
 * The attributes of a resource, and how the items of a request are prepared with them
 * (neutron/api/v2/base.py).
 */
final class Attributes {
  private final String resource;
  private final Map<String, Attribute> known = new LinkedHashMap<>();

  /**
   * @param resource singular, for example {@code security_group}
   */
  Attributes(String resource, List<Attribute> attributes) {
    this.resource = resource;
    attributes.forEach(a -> known.put(a.name(), a));
  }

  Set<String> names() {
    return known.keySet();
  }

  /** Whether the body asks for several items at once. */
  boolean isBulk(JsonNode body) {
    return body.has(resource + "s");
  }

  /** The items that a POST asks for, ready to be made. */
  List<ObjectNode> forPost(NeutronCall call) {
    JsonNode body = call.body();
    if (!isBulk(body)) {
      return List.of(posted(call, item(body)));
    }
    JsonNode items = body.get(resource + "s");
    if (!items.isArray() || items.isEmpty()) {
      throw NeutronFault.badRequest("Resources required");
    }
    List<ObjectNode> prepared = new ArrayList<>();
    items.forEach(i -> prepared.add(posted(call, i.has(resource) ? item(i) : object(i))));
    return prepared;
  }

  private ObjectNode posted(NeutronCall call, ObjectNode item) {
    populateProject(call, item);
    if (!item.has("project_id")) {
      item.put("project_id", call.token().projectId());
      item.put("tenant_id", call.token().projectId());
    }
    checkKnown(item);
    known.values().forEach(attribute -> fill(item, attribute));
    convert(item);
    return item;
  }

  private static void fill(ObjectNode item, Attribute attribute) {
    String name = attribute.name();
    boolean given = item.has(name);
    if (given && !attribute.allowPost()) {
      throw NeutronFault.badRequest("Attribute '%s' not allowed in POST".formatted(name));
    }
    if (!given && attribute.fallback().isEmpty()) {
      throw NeutronFault.badRequest(
          "Failed to parse request. Required attribute '%s' not specified".formatted(name));
    }
    attribute
        .fallback()
        .filter(value -> !given && !value.isMissingNode())
        .ifPresent(value -> item.set(name, value));
  }

  /** The changes that a PUT asks for. */
  ObjectNode forPut(NeutronCall call) {
    ObjectNode item = item(call.body());
    populateProject(call, item);
    checkKnown(item);
    known.values().stream()
        .filter(a -> item.has(a.name()) && !a.allowPut())
        .findFirst()
        .ifPresent(
            a -> {
              String text = "Cannot update read-only attribute " + a.name();
              throw NeutronFault.badRequest(text);
            });
    convert(item);
    return item;
  }

  private void convert(ObjectNode item) {
    for (Attribute attribute : known.values()) {
      if (item.has(attribute.name())) {
        item.set(attribute.name(), attribute.converter().apply(item.get(attribute.name())));
      }
    }
  }

  private ObjectNode item(JsonNode body) {
    if (!body.has(resource)) {
      throw NeutronFault.badRequest("Unable to find '%s' in request body".formatted(resource));
    }
    return object(body.get(resource));
  }

  private ObjectNode object(JsonNode item) {
    if (!item.isObject()) {
      throw NeutronFault.badRequest("Object '%s' contains invalid data".formatted(resource));
    }
    return item.deepCopy();
  }

  /** The old and the new name of the owner stand for each other and must agree. */
  private static void populateProject(NeutronCall call, ObjectNode item) {
    JsonNode project = item.path("project_id");
    JsonNode tenant = item.path("tenant_id");
    if (!project.isMissingNode() && !tenant.isMissingNode() && !project.equals(tenant)) {
      throw NeutronFault.badRequest("'project_id' and 'tenant_id' do not match");
    }
    JsonNode owner = project.isMissingNode() ? tenant : project;
    if (owner.isMissingNode()) {
      return;
    }
    item.set("project_id", owner);
    item.set("tenant_id", owner);
    if (!call.mayTouch(owner.asText())) {
      throw NeutronFault.badRequest(
          "Specifying 'project_id' or 'tenant_id' other than the authenticated project in request"
              + " requires admin privileges");
    }
  }

  private void checkKnown(ObjectNode item) {
    List<String> extra =
        item.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !known.containsKey(name))
            .toList();
    if (!extra.isEmpty()) {
      throw NeutronFault.badRequest(
          "Unrecognized attribute(s) '%s'".formatted(String.join(", ", extra)));
    }
  }

  /** The reply body of a POST: one item or, after a bulk, several. */
  ObjectNode reply(boolean bulk, List<ObjectNode> made) {
    if (!bulk) {
      return Json.object(resource, made.get(0));
    }
    ArrayNode array = Json.array();
    made.forEach(array::add);
    return Json.object(resource + "s", array);
  }
}
