package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cloudtransfer.simulator.http.PythonText;

/** Checks of plain values, worded as neutron-lib words them. */
final class Values {
  private static final Set<String> TRUE = Set.of("true", "1");
  private static final Set<String> FALSE = Set.of("false", "0");

  private Values() {}

  static UnaryOperator<JsonNode> text(String attribute, int longest) {
    return value -> {
      if (!value.isTextual()) {
        String said = PythonText.plain(value);
        throw NeutronFault.badValue(attribute, "'%s' is not a valid string".formatted(said));
      }
      if (value.textValue().length() > longest) {
        String text = "'%s' exceeds maximum length of %d".formatted(value.textValue(), longest);
        throw NeutronFault.badValue(attribute, text);
      }
      return value;
    };
  }

  static UnaryOperator<JsonNode> oneOf(String attribute, List<String> allowed) {
    return value -> {
      if (!allowed.contains(value.asText())) {
        String said = PythonText.plain(value);
        throw NeutronFault.badValue(attribute, said + " is not in valid_values");
      }
      return value;
    };
  }

  static JsonNode truth(JsonNode value) {
    String text = value.asText().toLowerCase(Locale.ROOT);
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return BooleanNode.valueOf(TRUE.contains(text));
    }
    throw invalidInput("'%s' cannot be converted to boolean".formatted(PythonText.plain(value)));
  }

  static RuntimeException invalidInput(String problem) {
    return NeutronFault.of(400, "InvalidInput", "Invalid input for operation: " + problem + ".");
  }
}
