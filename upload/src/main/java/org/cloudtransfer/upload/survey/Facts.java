package org.cloudtransfer.upload.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/**
 * What the target says of itself.
 *
 * @param roles of the account that asks
 * @param defaults limits of projects without their own, by kind and resource
 * @param network Neutron's limits of projects that have their own, by project and resource
 */
public record Facts(
    List<String> roles,
    Map<ResourceKind, Map<String, Integer>> defaults,
    Map<String, Map<String, Integer>> network) {

  /** Asks the services of some kinds: at most four requests. */
  public static Facts of(Cloud cloud, Set<ResourceKind> kinds) {
    String caller = cloud.callerProject();
    Map<ResourceKind, Map<String, Integer>> defaults = new TreeMap<>();
    if (kinds.contains(ResourceKind.NOVA_QUOTAS)) {
      Request get = Request.get(Service.COMPUTE, "os-quota-sets", caller, "defaults");
      defaults.put(ResourceKind.NOVA_QUOTAS, limits(cloud.readIfThere(get, "quota_set")));
    }
    if (kinds.contains(ResourceKind.CINDER_QUOTAS)) {
      Request get = Request.get(Service.VOLUME, "os-quota-sets", caller, "defaults");
      defaults.put(ResourceKind.CINDER_QUOTAS, limits(cloud.readIfThere(get, "quota_set")));
    }
    boolean network =
        kinds.contains(ResourceKind.NEUTRON_QUOTAS) || kinds.contains(ResourceKind.SECURITY_GROUPS);
    if (network) {
      Request get = Request.get(Service.NETWORK, "quotas", caller, "default");
      defaults.put(ResourceKind.NEUTRON_QUOTAS, limits(cloud.readIfThere(get, "quota")));
    }
    return new Facts(cloud.callerRoles(), defaults, network ? own(cloud) : Map.of());
  }

  private static Map<String, Map<String, Integer>> own(Cloud cloud) {
    Map<String, Map<String, Integer>> own = new HashMap<>();
    for (JsonNode set : cloud.read(Request.get(Service.NETWORK, "quotas"), "quotas")) {
      own.put(set.path("project_id").asText(set.path("tenant_id").asText()), limits(set));
    }
    return own;
  }

  private static Map<String, Integer> limits(JsonNode set) {
    Map<String, Integer> limits = new TreeMap<>();
    set.properties().stream()
        .filter(field -> field.getValue().isIntegralNumber())
        .forEach(field -> limits.put(field.getKey(), field.getValue().asInt()));
    return limits;
  }

  /** Neutron's limit of a project; unlimited if there is none. */
  int networkLimit(String project, String resource) {
    Map<String, Integer> common = defaults.getOrDefault(ResourceKind.NEUTRON_QUOTAS, Map.of());
    return network
        .getOrDefault(project, Map.of())
        .getOrDefault(resource, common.getOrDefault(resource, -1));
  }
}
