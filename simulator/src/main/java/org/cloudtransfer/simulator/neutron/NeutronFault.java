package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.PythonText;
import org.cloudtransfer.simulator.http.Refusal;
import org.cloudtransfer.simulator.http.Reply;

/** Neutron's errors: {@code {"NeutronError": {"type", "message", "detail"}}}. */
final class NeutronFault {
  private NeutronFault() {}

  static Refusal badRequest(String message) {
    return of(400, "HTTPBadRequest", message);
  }

  static Refusal badValue(String attribute, String reason) {
    return badRequest("Invalid input for %s. Reason: %s.".formatted(attribute, reason));
  }

  static Refusal forbidden(String action) {
    String message = "rule:%s is disallowed by policy".formatted(action);
    return of(403, "PolicyNotAuthorized", message);
  }

  static Refusal notFound(String type, String message) {
    return of(404, type, message);
  }

  static Refusal noGroup(String id) {
    return notFound("SecurityGroupNotFound", "Security group %s does not exist".formatted(id));
  }

  static Refusal noRule(String id) {
    String message = "Security group rule %s does not exist".formatted(id);
    return notFound("SecurityGroupRuleNotFound", message);
  }

  static Refusal conflict(String type, String message) {
    return of(409, type, message);
  }

  static Refusal overQuota(Collection<String> resources) {
    String list = PythonText.list(resources);
    return conflict("OverQuota", "Quota exceeded for resources: [%s].".formatted(list));
  }

  static Refusal internal() {
    return of(
        500,
        "HTTPInternalServerError",
        "Request Failed: internal server error while processing your request.");
  }

  static Refusal of(int status, String type, String message) {
    ObjectNode error = Json.object().put("type", type).put("message", message).put("detail", "");
    return new Refusal(Reply.json(status, Json.object("NeutronError", error)));
  }
}
