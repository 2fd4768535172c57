package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One attribute of a resource.
 *
 * @param fallback value if a POST leaves it out; empty if a POST must have it
 * @param converter checks and converts what was sent
 */
record Attribute(
    String name,
    boolean allowPost,
    boolean allowPut,
    Optional<JsonNode> fallback,
    UnaryOperator<JsonNode> converter) {

  static Attribute readOnly(String name) {
    Optional<JsonNode> none = Optional.of(MissingNode.getInstance());
    return new Attribute(name, false, false, none, v -> v);
  }

  static Attribute required(String name, UnaryOperator<JsonNode> converter) {
    return new Attribute(name, true, false, Optional.empty(), converter);
  }

  static Attribute optional(String name, JsonNode fallback, UnaryOperator<JsonNode> converter) {
    return new Attribute(name, true, false, Optional.of(fallback), converter);
  }

  /** The same, open to PUT as well. */
  Attribute changeable() {
    return new Attribute(name, allowPost, true, fallback, converter);
  }
}
