package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.simulator.http.PythonText;

/** Checks of one JSON object, worded as nova words the findings of its schemas. */
final class Shape {
  private final Optional<String> field;
  private final JsonNode node;

  /** The body itself. */
  Shape(JsonNode body) {
    this.field = Optional.empty();
    this.node = body;
  }

  /** A member of the body. */
  Shape(String field, JsonNode node) {
    this.field = Optional.of(field);
    this.node = node;
  }

  Shape isObject() {
    if (!node.isObject()) {
      throw problem(PythonText.of(node) + " is not of type 'object'");
    }
    return this;
  }

  Shape only(Set<String> known) {
    List<String> extra =
        node.properties().stream()
            .map(Map.Entry::getKey)
            .filter(n -> !known.contains(n))
            .sorted()
            .toList();
    if (!extra.isEmpty()) {
      String verb = extra.size() == 1 ? "was" : "were";
      String text = "Additional properties are not allowed (%s %s unexpected)";
      throw problem(text.formatted(PythonText.list(extra), verb));
    }
    return this;
  }

  JsonNode required(String name) {
    required(List.of(name));
    return node.get(name);
  }

  void required(List<String> names) {
    for (String name : names) {
      if (!node.has(name)) {
        throw problem(PythonText.of(name) + " is a required property");
      }
    }
  }

  private RuntimeException problem(String text) {
    return field
        .map(f -> NovaFault.badField(f, PythonText.plain(node), text))
        .orElseGet(() -> NovaFault.badRequest(text));
  }
}
