package org.cloudtransfer.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.keystone.Token;

/** A call and who makes it. */
record CinderCall(Call call, Token token) {

  JsonNode body() {
    return call.request()
        .json()
        .filter(JsonNode::isObject)
        .orElseThrow(() -> CinderFault.badRequest("Malformed request body"));
  }

  /** The project whose quotas are meant; that of the endpoint is the caller's. */
  String target() {
    return call.variable("target");
  }

  void requireAdmin(String rule) {
    if (!token.isAdmin()) {
      throw CinderFault.policy(rule);
    }
  }
}
