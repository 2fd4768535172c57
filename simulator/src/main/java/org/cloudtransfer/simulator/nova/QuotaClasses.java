package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/** The calls on /os-quota-class-sets; only class {@code default} has an effect. */
final class QuotaClasses {
  private static final Set<String> SINCE_50 = Set.of("server_groups", "server_group_members");
  private static final Set<String> UP_TO_49 =
      Set.of("fixed_ips", "floating_ips", "security_groups", "security_group_rules");

  private final Compute compute;
  private final Limits limits;

  QuotaClasses(Compute compute, Limits limits) {
    this.compute = compute;
    this.limits = limits;
  }

  Reply show(NovaCall call) {
    call.requireAdmin("os-quota-class-sets:show");
    ObjectNode set = values(call, limits.defaults()).put("id", call.variable("class"));
    return Reply.json(200, Json.object("quota_class_set", set));
  }

  Reply update(NovaCall call) {
    call.requireAdmin("os-quota-class-sets:update");
    JsonNode given =
        new Shape(call.body()).only(Set.of("quota_class_set")).required("quota_class_set");
    Set<String> known =
        values(call, limits.defaults()).properties().stream()
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    new Shape("quota_class_set", given).isObject().only(known);
    given.properties().forEach(m -> compute.setClassQuota(m.getKey(), m.getValue().asInt()));
    return Reply.json(200, Json.object("quota_class_set", values(call, limits.defaults())));
  }

  private static ObjectNode values(NovaCall call, Map<String, Integer> limits) {
    ObjectNode set = Json.object();
    limits.forEach(
        (resource, limit) -> {
          if (has(resource, call.version())) {
            set.put(resource, limit);
          }
        });
    return set;
  }

  private static boolean has(String resource, Microversion version) {
    boolean late = version.from(50);
    return late
        ? !UP_TO_49.contains(resource) && QuotaSchema.has(resource, version)
        : !SINCE_50.contains(resource);
  }
}
