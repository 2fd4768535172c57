package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Query;
import org.cloudtransfer.simulator.keystone.Token;

/** A call, who makes it, and in which microversion. */
record NovaCall(Call call, Token token, Microversion version) {

  String variable(String name) {
    return call.variable(name);
  }

  Query query() {
    return call.query();
  }

  /** The body; a 400 if it is no JSON object. */
  JsonNode body() {
    if (call.request().text().isEmpty()) {
      throw NovaFault.badRequest("None is not of type 'object'");
    }
    return call.request()
        .json()
        .filter(JsonNode::isObject)
        .orElseThrow(() -> NovaFault.badRequest("Malformed request body"));
  }

  Optional<String> userIdAsked() {
    return query().first("user_id");
  }

  void requireAdmin(String rule) {
    if (!token.isAdmin()) {
      throw NovaFault.policy(rule);
    }
  }
}
