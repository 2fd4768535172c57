package org.cloudtransfer.simulator.keystone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.TreeMap;
import org.cloudtransfer.simulator.http.Call;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;
import org.cloudtransfer.simulator.http.Routes;

/** GET /registered_limits and /limits, as since Queens; no project has a limit of its own. */
record UnifiedLimits(Gate gate, Catalog catalog, Map<String, Integer> registered) {

  void addTo(Routes routes) {
    routes.on("GET", "/v3/registered_limits", this::registered);
    routes.on("GET", "/v3/limits", this::limits);
  }

  private Reply registered(Call call) {
    gate.admit(call.request());
    ArrayNode all = Json.array();
    new TreeMap<>(registered)
        .forEach(
            (name, limit) ->
                all.addObject()
                    .put("id", name)
                    .put("service_id", catalog.serviceId("compute"))
                    .putNull("region_id")
                    .put("resource_name", name)
                    .put("default_limit", limit));
    return Reply.json(200, Json.object("registered_limits", all));
  }

  private Reply limits(Call call) {
    gate.admit(call.request());
    return Reply.json(200, Json.object("limits", Json.array()));
  }
}
