package org.cloudtransfer.simulator.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;

/** Cinder's errors: {@code {"<kind>": {"code", "message"}}}. */
final class CinderFault {
  private CinderFault() {}

  static Refusal badRequest(String message) {
    return fault(400, "badRequest", message);
  }

  static Refusal policy(String rule) {
    String text = "Policy doesn't allow %s to be performed.".formatted(rule);
    return fault(403, "forbidden", text);
  }

  static Refusal notFound(String message) {
    return fault(404, "itemNotFound", message);
  }

  private static Refusal fault(int code, String kind, String message) {
    ObjectNode detail = Json.object().put("code", code).put("message", message);
    return new Refusal(Reply.json(code, Json.object(kind, detail)));
  }
}
