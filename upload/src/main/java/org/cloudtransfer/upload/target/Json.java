package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the bodies of requests. */
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** {@code {"name": {…}}}, as the services want their objects. */
  static ObjectNode wrap(String name, ObjectNode inner) {
    return object().set(name, inner);
  }
}
