package org.cloudtransfer.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service answers. */
public record Reply(int status, Map<String, String> headers, String body) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** A reply with a JSON body. */
  public static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
  }

  /** A reply with an HTML body, as a proxy or web server in front of a service gives it. */
  public static Reply html(int status, String title) {
    String page =
        "<html><body><h1>%d %s</h1>\nThe simulator was told to say so.\n</body></html>\n"
            .formatted(status, title);
    return new Reply(status, Map.of("Content-Type", "text/html"), page);
  }

  /** A reply without a body. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  /** The same reply with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}
