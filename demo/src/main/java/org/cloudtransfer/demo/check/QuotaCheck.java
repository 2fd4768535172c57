package org.cloudtransfer.demo.check;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.sample.SampleQuota;
import org.cloudtransfer.demo.sample.SampleQuota.Service;

/**
 * Limits: what holds for an owner is what held in the old cloud, whether the new one has a row for
 * it or a default that says the same; and no row says anything that nobody asked for.
 */
record QuotaCheck(Sample sample, State before, State after, Findings findings) {
  private static final int UNLIMITED = -1;

  /** What Newton has if nothing is configured (api-ref of each service, quota sets). */
  private static final Map<Service, Map<String, Integer>> DEFAULTS =
      Map.of(
          Service.NOVA, novaDefaults(),
          Service.NEUTRON, neutronDefaults(),
          Service.CINDER, cinderDefaults());

  private static Map<String, Integer> novaDefaults() {
    Map<String, Integer> limits = new HashMap<>();
    limits.put("instances", 10);
    limits.put("cores", 20);
    limits.put("ram", 51200);
    limits.put("floating_ips", 10);
    limits.put("fixed_ips", UNLIMITED);
    limits.put("metadata_items", 128);
    limits.put("injected_files", 5);
    limits.put("injected_file_content_bytes", 10240);
    limits.put("injected_file_path_bytes", 255);
    limits.put("security_groups", 10);
    limits.put("security_group_rules", 20);
    limits.put("key_pairs", 100);
    limits.put("server_groups", 10);
    limits.put("server_group_members", 10);
    return limits;
  }

  private static Map<String, Integer> neutronDefaults() {
    Map<String, Integer> limits = new HashMap<>();
    limits.put("network", 10);
    limits.put("subnet", 10);
    limits.put("subnetpool", UNLIMITED);
    limits.put("port", 50);
    limits.put("router", 10);
    limits.put("floatingip", 50);
    limits.put("rbac_policy", 10);
    limits.put("security_group", 10);
    limits.put("security_group_rule", 100);
    return limits;
  }

  /** Limits of volume types are unlimited. */
  private static Map<String, Integer> cinderDefaults() {
    Map<String, Integer> limits = new HashMap<>();
    limits.put("volumes", 10);
    limits.put("snapshots", 10);
    limits.put("gigabytes", 1000);
    limits.put("backups", 10);
    limits.put("backup_gigabytes", 1000);
    limits.put("per_volume_gigabytes", UNLIMITED);
    return limits;
  }

  void run() {
    for (Service service : Service.values()) {
      Map<String, Integer> wanted = rows(service, before);
      Map<String, Integer> found = rows(service, after);
      int came = 0;
      for (SampleQuota quota : sample.quotas()) {
        if (quota.service() == service && quota.fate() == Fate.CARRIED) {
          findings.expect(
              service + " quota " + key(quota), quota.wanted(), effective(quota, found));
          wanted.put(key(quota), quota.wanted());
          came++;
        }
      }
      found.forEach(
          (key, limit) -> {
            if (!limit.equals(wanted.get(key))) {
              findings.differs(service + " quota " + key + " is " + limit + ", unasked");
            }
          });
      rows(service, before).keySet().stream()
          .filter(key -> !found.containsKey(key))
          .forEach(key -> findings.differs(service + " quota " + key + " is gone"));
      findings.checked(
          service.name().toLowerCase(java.util.Locale.ROOT) + " quotas as in the old cloud", came);
    }
  }

  /** A user's own limit, else the project's, else the default. */
  private static int effective(SampleQuota quota, Map<String, Integer> rows) {
    String project = key(quota.project().id(), "", quota.resource());
    int byDefault = DEFAULTS.get(quota.service()).getOrDefault(quota.resource(), UNLIMITED);
    return rows.getOrDefault(key(quota), rows.getOrDefault(project, byDefault));
  }

  private static String key(SampleQuota quota) {
    String user = quota.user() == null ? "" : quota.user().targetId();
    return key(quota.project().id(), user, quota.resource());
  }

  private static String key(String project, String user, String resource) {
    return project + " / " + user + " / " + resource;
  }

  private static Map<String, Integer> rows(Service service, State state) {
    Map<String, Integer> rows = new TreeMap<>();
    Map<String, Map<String, Integer>> byProject =
        switch (service) {
          case NOVA -> state.novaQuotas();
          case NEUTRON -> state.neutronQuotas();
          case CINDER -> state.cinderQuotas();
        };
    byProject.forEach(
        (project, limits) ->
            limits.forEach((name, limit) -> rows.put(key(project, "", name), limit)));
    if (service == Service.NOVA) {
      state
          .userQuotas()
          .forEach(
              (project, users) ->
                  users.forEach(
                      (user, limits) ->
                          limits.forEach(
                              (name, limit) -> rows.put(key(project, user, name), limit))));
    }
    return rows;
  }
}
