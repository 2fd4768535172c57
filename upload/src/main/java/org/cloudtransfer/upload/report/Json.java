package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Outcome;

/** JSON for files and for {@code --output json}. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static ArrayNode row(RowKey row) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode().add(row.table());
    row.parts().forEach(node::add);
    return node;
  }

  static ArrayNode outcomes(List<Outcome> outcomes) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Outcome outcome : outcomes) {
      rows.add(outcome(outcome));
    }
    return rows;
  }

  static ObjectNode outcome(Outcome outcome) {
    ObjectNode node = object();
    node.set("row", row(outcome.row()));
    node.put("outcome", outcome.result().text());
    if (!outcome.reason().isEmpty()) {
      node.put("reason", outcome.reason());
    }
    if (!outcome.remedy().isEmpty()) {
      node.put("remedy", outcome.remedy());
    }
    return node;
  }
}
