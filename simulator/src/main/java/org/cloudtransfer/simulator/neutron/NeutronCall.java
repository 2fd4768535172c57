package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Query;
import org.cloudtransfer.simulator.keystone.Token;

/** A call and who makes it. */
record NeutronCall(Call call, Token token) {

  String variable(String name) {
    return call.variable(name);
  }

  Query query() {
    return call.query();
  }

  JsonNode body() {
    return call.request()
        .json()
        .filter(JsonNode::isObject)
        .orElseThrow(() -> NeutronFault.badRequest("The server could not comply with the request"));
  }

  /** Whether the caller may see and change what this project owns. */
  boolean mayTouch(String projectId) {
    return token.isAdmin() || token.projectId().equals(projectId);
  }

  void requireAdmin(String action) {
    if (!token.isAdmin()) {
      throw NeutronFault.forbidden(action);
    }
  }
}
