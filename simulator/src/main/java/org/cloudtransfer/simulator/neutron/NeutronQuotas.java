package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.PythonText;
import org.cloudtransfer.simulator.http.Reply;

/** The calls on /quotas. No project is looked up: limits of made-up ones are kept as well. */
final class NeutronQuotas {
  private final Network network;
  private final Profile profile;
  private final Map<String, Integer> defaults;

  NeutronQuotas(Network network, Profile profile, Map<String, Integer> defaults) {
    this.network = network;
    this.profile = profile;
    this.defaults = defaults;
  }

  /** The registered resources and their limits, as the configuration of the release has them. */
  static Map<String, Integer> defaults(Profile profile, Set<String> ofPlugins) {
    boolean newton = !profile.since(Profile.PIKE);
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put("network", newton ? 10 : 100);
    limits.put("subnet", newton ? 10 : 100);
    limits.put("subnetpool", -1);
    limits.put("port", newton ? 50 : 500);
    limits.put("router", 10);
    limits.put("floatingip", 50);
    limits.put("rbac_policy", 10);
    limits.put("security_group", 10);
    limits.put("security_group_rule", 100);
    ofPlugins.forEach(name -> limits.put(name, -1));
    return limits;
  }

  Reply list(NeutronCall call) {
    call.requireAdmin("get_quota");
    ArrayNode quotas = Json.array();
    network
        .quotas()
        .forEach(
            (project, limits) ->
                quotas.add(
                    Json.numbers(with(limits))
                        .put("project_id", project)
                        .put("tenant_id", project)));
    return Reply.json(200, Json.object("quotas", quotas));
  }

  private Map<String, Integer> with(Map<String, Integer> limits) {
    Map<String, Integer> all = new LinkedHashMap<>(defaults);
    all.putAll(limits);
    return all;
  }

  Reply own(NeutronCall call) {
    ObjectNode tenant = Json.object().put("tenant_id", call.token().projectId());
    return Reply.json(200, Json.object("tenant", tenant));
  }

  Reply show(NeutronCall call) {
    return reply(with(network.quotas(readable(call))));
  }

  Reply defaults(NeutronCall call) {
    readable(call);
    return reply(defaults);
  }

  Reply details(NeutronCall call) {
    String project = readable(call);
    ObjectNode quota = Json.object();
    with(network.quotas(project))
        .forEach(
            (resource, limit) ->
                quota
                    .putObject(resource)
                    .put("limit", limit)
                    .put("used", network.used(project, resource))
                    .put("reserved", 0));
    return Reply.json(200, Json.object("quota", quota));
  }

  private static String readable(NeutronCall call) {
    String project = call.variable("project");
    if (!call.mayTouch(project)) {
      throw NeutronFault.forbidden("get_quota");
    }
    return project;
  }

  private static Reply reply(Map<String, Integer> limits) {
    return Reply.json(200, Json.object("quota", Json.numbers(limits)));
  }

  Reply update(NeutronCall call) {
    call.requireAdmin("update_quota");
    String project = call.variable("project");
    JsonNode quota = call.body().path("quota");
    if (!quota.isObject()) {
      throw NeutronFault.internal();
    }
    ObjectNode given = quota.deepCopy();
    populateProject(given);
    boolean checkLimit = checksUsage(given);
    Map<String, Integer> limits = limits(given);
    if (checkLimit) {
      limits.forEach((resource, limit) -> checkUsage(project, resource, limit));
    }
    limits.forEach((resource, limit) -> network.setQuota(project, resource, limit));
    return reply(with(network.quotas(project)));
  }

  /** Neutron fills in the other name of the owner before it finds that neither belongs here. */
  private static void populateProject(ObjectNode given) {
    JsonNode owner = given.has("project_id") ? given.get("project_id") : given.get("tenant_id");
    if (owner != null) {
      given.set("project_id", owner);
      given.set("tenant_id", owner);
    }
  }

  /** Since Yoga if it is asked for, since 2025.1 unless it is forced. */
  private boolean checksUsage(ObjectNode given) {
    if (!profile.since(Profile.ZED)) {
      return false;
    }
    boolean asked = take(given, "check_limit");
    boolean forced = take(given, "force");
    return profile.since(Profile.EPOXY) ? !forced : asked;
  }

  private static boolean take(ObjectNode given, String name) {
    JsonNode value = given.remove(name);
    return value != null && value.asBoolean();
  }

  private Map<String, Integer> limits(ObjectNode given) {
    List<String> unknown =
        given.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !defaults.containsKey(name))
            .toList();
    if (!unknown.isEmpty()) {
      String list = String.join(", ", unknown);
      throw NeutronFault.badRequest("Unrecognized attribute(s) '%s'".formatted(list));
    }
    Map<String, Integer> limits = new TreeMap<>();
    given.properties().forEach(m -> limits.put(m.getKey(), limit(m.getKey(), m.getValue())));
    return limits;
  }

  private static int limit(String resource, JsonNode value) {
    String text = PythonText.plain(value);
    if (!value.isNumber() && !text.strip().matches("-?\\d{1,18}")) {
      throw Values.invalidInput("'%s' is not an integer".formatted(text));
    }
    long number = value.isNumber() ? value.longValue() : Long.parseLong(text.strip());
    if (number < -1) {
      String reason = "'%d' is too small - must be at least '-1'";
      throw NeutronFault.badValue(resource, reason.formatted(number));
    }
    if (number > Integer.MAX_VALUE) {
      String reason = "'%d' is too large - must be no larger than '2147483647'";
      throw NeutronFault.badValue(resource, reason.formatted(number));
    }
    return (int) number;
  }

  /** -1 is compared as the number that it is. */
  private void checkUsage(String project, String resource, int limit) {
    int used = network.used(project, resource);
    if (used > limit) {
      throw NeutronFault.badRequest(
          "Quota limit %d for %s must be greater than or equal to already used %d"
              .formatted(limit, resource, used));
    }
  }

  Reply delete(NeutronCall call) {
    call.requireAdmin("delete_quota");
    String project = call.variable("project");
    if (!network.removeQuotas(project)) {
      String text = "Quota for tenant %s could not be found.".formatted(project);
      throw NeutronFault.notFound("TenantQuotaNotFound", text);
    }
    return Reply.empty(204);
  }
}
