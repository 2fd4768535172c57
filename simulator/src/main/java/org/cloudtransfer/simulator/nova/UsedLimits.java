package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/** GET /limits: what holds in the caller's project and what is used of it. */
final class UsedLimits {
  private static final Map<String, String> NAMES =
      Map.of(
          "instances", "maxTotalInstances",
          "cores", "maxTotalCores",
          "ram", "maxTotalRAMSize",
          "key_pairs", "maxTotalKeypairs",
          "metadata_items", "maxServerMeta",
          "server_groups", "maxServerGroups",
          "server_group_members", "maxServerGroupMembers");
  private static final Map<String, String> USED =
      Map.of(
          "instances", "totalInstancesUsed",
          "cores", "totalCoresUsed",
          "ram", "totalRAMUsed",
          "server_groups", "totalServerGroupsUsed");

  private final Compute compute;
  private final Limits limits;

  UsedLimits(Compute compute, Limits limits) {
    this.compute = compute;
    this.limits = limits;
  }

  Reply show(NovaCall call) {
    String project = call.query().first("tenant_id").orElse(call.token().projectId());
    ObjectNode body = Json.object();
    body.putArray("rate");
    ObjectNode absolute = body.putObject("absolute");
    Map<String, Integer> holding = limits.of(project);
    NAMES.forEach((resource, name) -> absolute.put(name, holding.get(resource)));
    USED.forEach((resource, name) -> absolute.put(name, compute.used(project, resource)));
    return Reply.json(200, Json.object("limits", body));
  }
}
