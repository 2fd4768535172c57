package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;

/** Nova's errors: {@code {"<kind>": {"code", "message"}}}. */
final class NovaFault {
  private NovaFault() {}

  static Refusal badRequest(String message) {
    return fault(400, "badRequest", message);
  }

  /** Schema errors of one field are worded alike. */
  static Refusal badField(String field, String value, String problem) {
    String text = "Invalid input for field/attribute %s. Value: %s. %s";
    return badRequest(text.formatted(field, value, problem));
  }

  static Refusal forbidden(String message) {
    return fault(403, "forbidden", message);
  }

  static Refusal policy(String rule) {
    return forbidden("Policy doesn't allow os_compute_api:%s to be performed.".formatted(rule));
  }

  static Refusal notFound(String message) {
    return fault(404, "itemNotFound", message);
  }

  static Refusal conflict(String message) {
    return fault(409, "conflictingRequest", message);
  }

  static Refusal notAcceptable(String message) {
    return fault(406, "computeFault", message);
  }

  /** What a bug or a database error in nova looks like. */
  static Refusal unexpected(String exception) {
    String text =
        "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach"
            + " the Nova API log if possible.\n<class '%s'>";
    return fault(500, "computeFault", text.formatted(exception));
  }

  private static Refusal fault(int code, String kind, String message) {
    ObjectNode detail = Json.object().put("code", code).put("message", message);
    return new Refusal(Reply.json(code, Json.object(kind, detail)));
  }
}
