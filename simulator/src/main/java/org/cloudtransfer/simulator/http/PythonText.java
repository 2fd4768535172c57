package org.cloudtransfer.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values as Python prints them: the services quote what they were sent in their error messages. */
public final class PythonText {
  private PythonText() {}

  /** As {@code str(value)} has it: text without quotes. */
  public static String plain(JsonNode value) {
    return value.isTextual() ? value.textValue() : of(value);
  }

  /** As {@code repr(value)} has it. */
  public static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> of(value.textValue());
      case BOOLEAN -> value.booleanValue() ? "True" : "False";
      case NULL, MISSING -> "None";
      case ARRAY -> joined(stream(value).map(PythonText::of), "[", "]");
      case OBJECT -> joined(value.properties().stream().map(PythonText::member), "{", "}");
      case NUMBER, BINARY, POJO -> value.asText();
    };
  }

  /** As {@code repr(text)} has it. */
  public static String of(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    boolean hasSingle = escaped.contains("'");
    return hasSingle && !escaped.contains("\"")
        ? "\"" + escaped + "\""
        : "'" + escaped.replace("'", "\\'") + "'";
  }

  /** Several texts, quoted, with commas between. */
  public static String list(Collection<String> texts) {
    return texts.stream().map(PythonText::of).collect(Collectors.joining(", "));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String member(Map.Entry<String, JsonNode> member) {
    return of(member.getKey()) + ": " + of(member.getValue());
  }

  private static String joined(Stream<String> parts, String open, String close) {
    return parts.collect(Collectors.joining(", ", open, close));
  }
}
