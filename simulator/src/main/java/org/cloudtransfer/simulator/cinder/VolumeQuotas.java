package org.cloudtransfer.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.Volume;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.PythonText;
import org.cloudtransfer.simulator.http.Reply;

/**
 * The calls on /os-quota-sets. No project is looked up: limits of made-up ones are kept as well.
 */
final class VolumeQuotas {
  private static final Set<String> NO_QUOTAS = Set.of("tenant_id", "id");

  private final Volume volume;
  private final Profile profile;

  VolumeQuotas(Volume volume, Profile profile) {
    this.volume = volume;
    this.profile = profile;
  }

  /** Every volume type has three quotas of its own. */
  private Map<String, Integer> defaults() {
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put("volumes", 10);
    limits.put("per_volume_gigabytes", -1);
    limits.put("snapshots", 10);
    limits.put("gigabytes", 1000);
    limits.put("backups", 10);
    limits.put("backup_gigabytes", 1000);
    volume
        .types()
        .forEach(
            type ->
                List.of("volumes_", "gigabytes_", "snapshots_")
                    .forEach(part -> limits.put(part + type.name(), -1)));
    if (profile.since(Profile.PIKE)) {
      limits.put("groups", 10);
    }
    return limits;
  }

  private Map<String, Integer> of(String project) {
    Map<String, Integer> limits = defaults();
    volume.quotas(project).forEach((name, limit) -> limits.replace(name, limit));
    return limits;
  }

  Reply show(CinderCall call) {
    checkReadable(call);
    String project = call.target();
    boolean usage = call.call().query().first("usage").map(Boolean::parseBoolean).orElse(false);
    ObjectNode set = usage ? used(project) : Json.numbers(of(project));
    return reply(set.put("id", project));
  }

  private ObjectNode used(String project) {
    ObjectNode set = Json.object();
    of(project)
        .forEach(
            (name, limit) ->
                set.putObject(name)
                    .put("limit", limit)
                    .put("in_use", volume.used(project, name))
                    .put("reserved", 0));
    return set;
  }

  Reply defaults(CinderCall call) {
    checkReadable(call);
    return reply(Json.numbers(defaults()).put("id", call.target()));
  }

  private static void checkReadable(CinderCall call) {
    if (!call.token().isAdmin() && !call.token().projectId().equals(call.target())) {
      throw CinderFault.policy("volume_extension:quotas:show");
    }
  }

  Reply update(CinderCall call) {
    JsonNode body = call.body();
    JsonNode set = checkedSet(body);
    Map<String, Integer> limits = limits(set);
    call.requireAdmin("volume_extension:quotas:update");
    if (checksUsage(body)) {
      set.properties().stream()
          .filter(m -> limits.containsKey(m.getKey()))
          .forEach(m -> checkUsage(call.target(), m.getKey(), m.getValue()));
    }
    limits.forEach((name, limit) -> volume.setQuota(call.target(), name, limit));
    return reply(Json.numbers(of(call.target())));
  }

  /**
   * Up to Pike usage counts only if the body says {@code "skip_validation": false} beside the set.
   */
  private boolean checksUsage(JsonNode body) {
    return profile.since(Profile.TRAIN) || !body.path("skip_validation").asBoolean(true);
  }

  private JsonNode checkedSet(JsonNode body) {
    if (!body.has("quota_set")) {
      throw CinderFault.badRequest("'quota_set' is a required property");
    }
    JsonNode set = body.get("quota_set");
    if (!set.isObject()) {
      String said = PythonText.of(set);
      throw badSet(said, said + " is not of type 'object'");
    }
    if (profile.since(Profile.TRAIN)) {
      checkSchema(body, set);
    }
    return set;
  }

  private static void checkSchema(JsonNode body, JsonNode set) {
    List<String> extra =
        body.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !name.equals("quota_set"))
            .toList();
    if (!extra.isEmpty()) {
      String text = "Additional properties are not allowed (%s was unexpected)";
      throw CinderFault.badRequest(text.formatted(PythonText.list(extra)));
    }
    if (set.isEmpty()) {
      throw badSet("{}", "{} does not have enough properties");
    }
  }

  private static RuntimeException badSet(String value, String problem) {
    String text = "Invalid input for field/attribute quota_set. Value: %s. %s";
    return CinderFault.badRequest(text.formatted(value, problem));
  }

  private Map<String, Integer> limits(JsonNode set) {
    List<String> bad =
        set.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !defaults().containsKey(name) && !NO_QUOTAS.contains(name))
            .toList();
    Map<String, Integer> limits = new LinkedHashMap<>();
    set.properties().stream()
        .filter(m -> !bad.contains(m.getKey()) && !NO_QUOTAS.contains(m.getKey()))
        .forEach(m -> limits.put(m.getKey(), limit(m.getKey(), m.getValue())));
    if (!bad.isEmpty()) {
      String start = profile.since(Profile.TRAIN) ? "Invalid input received: " : "";
      String text = start + "Bad key(s) in quota set: " + String.join(", ", bad);
      throw CinderFault.badRequest(text);
    }
    return limits;
  }

  private int limit(String name, JsonNode value) {
    String start = profile.since(Profile.TRAIN) ? "" : "Invalid input received: ";
    boolean isNumber = value.isIntegralNumber() || value.isTextual();
    if (!isNumber || !value.asText().matches("-?\\d{1,18}")) {
      throw CinderFault.badRequest(start + name + " must be an integer");
    }
    long number = value.asLong();
    if (number < -1) {
      throw CinderFault.badRequest(start + name + " must be >= -1");
    }
    if (number > Integer.MAX_VALUE) {
      throw CinderFault.badRequest(start + name + " must be <= 2147483647");
    }
    return (int) number;
  }

  private void checkUsage(String project, String name, JsonNode value) {
    if (value.isTextual()) {
      // a text passes as a number, and then cannot be compared with one
      throw CinderFault.badRequest(
          "The server could not comply with the request since it is either malformed or otherwise"
              + " incorrect.");
    }
    int limit = value.intValue();
    int used = usageThatCounts(project, name);
    if (limit != -1 && !name.equals("per_volume_gigabytes") && limit < used) {
      throw CinderFault.badRequest(
          "Quota %s limit must be equal or greater than existing resources. Current usage is %d and the requested limit is %d."
              .formatted(name, used, limit));
    }
  }

  /**
   * Usage is looked up among the limits that the project has of its own: the first that is set may
   * be below usage (cinder 21.3.1, api/contrib/quotas.py: get_project_quotas with defaults=False).
   */
  private int usageThatCounts(String project, String name) {
    return volume.quotas(project).containsKey(name) ? volume.used(project, name) : 0;
  }

  Reply delete(CinderCall call) {
    call.requireAdmin("volume_extension:quotas:delete");
    volume.removeQuotas(call.target());
    return Reply.empty(200);
  }

  private static Reply reply(ObjectNode set) {
    return Reply.json(200, Json.object("quota_set", set));
  }
}
