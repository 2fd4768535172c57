package org.cloudtransfer.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * Writes a workload into a cloud as somebody does who knows that nothing is there and nothing goes
 * wrong: no look before, no look after, no journal.
 *
 * @param bulk how many groups go into a request; rules go in one bulk per group, or one by one if
 *     this is 1
 */
record LoadGenerator(LabCloud cloud, int threads, int bulk) {

  void write(Workload workload) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<?>> limits = new ArrayList<>();
      for (int i = 0; i < workload.projects().size(); i++) {
        int project = i;
        limits.addAll(quotas(workload.projects().get(i)));
        limits.add(() -> key(workload, project, "first", 2 * project));
        limits.add(() -> key(workload, project, "second", 2 * project + 1));
      }
      all(pool, limits);
      List<Callable<?>> groups = new ArrayList<>();
      for (int from = 0; from < workload.projects().size(); from += bulk) {
        int first = from;
        groups.add(() -> groups(workload, first));
      }
      all(pool, groups);
    } finally {
      pool.shutdown();
    }
  }

  private static void all(ExecutorService pool, List<Callable<?>> tasks) {
    List<Future<?>> running = new ArrayList<>();
    tasks.forEach(task -> running.add(pool.submit(task)));
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private List<Callable<?>> quotas(String project) {
    Map<String, Integer> neutron =
        Map.of("network", 7777, "security_group", 7777, "security_group_rule", 7777);
    Map<String, Integer> cinder = Map.of("gigabytes", 777, "snapshots", 777, "volumes", 777);
    String set = "/os-quota-sets/" + project;
    return List.of(
        () -> cloud.call("PUT", "compute", set, Map.of("quota_set", Workload.NOVA)),
        () -> cloud.call("PUT", "network", "/v2.0/quotas/" + project, Map.of("quota", neutron)),
        () -> cloud.call("PUT", "volumev3", set, Map.of("quota_set", cinder)));
  }

  private JsonNode key(Workload workload, int project, String name, int number) {
    Map<String, String> key =
        Map.of(
            "name",
            name,
            "type",
            "ssh",
            "user_id",
            workload.users().get(project),
            "public_key",
            Workload.key(number));
    return cloud.call("POST", "compute", "/os-keypairs", Map.of("keypair", key));
  }

  private Void groups(Workload workload, int first) {
    int end = Math.min(first + bulk, workload.projects().size());
    List<Map<String, String>> bodies =
        IntStream.range(first, end)
            .mapToObj(
                i ->
                    Map.of(
                        "name",
                        "app-0",
                        "description",
                        "app of " + i,
                        "project_id",
                        workload.projects().get(i)))
            .toList();
    String path = "/v2.0/security-groups";
    JsonNode made =
        bulk == 1
            ? cloud.call("POST", "network", path, Map.of("security_group", bodies.get(0)))
            : cloud.call("POST", "network", path, Map.of("security_groups", bodies));
    for (int i = first; i < end; i++) {
      JsonNode group =
          bulk == 1 ? made.path("security_group") : made.path("security_groups").path(i - first);
      rules(workload, i, group.path("id").asText());
    }
    return null;
  }

  private void rules(Workload workload, int project, String group) {
    List<Map<String, Object>> rules =
        IntStream.range(2, workload.rules())
            .mapToObj(number -> body(workload.rule(project, project, number), group))
            .toList();
    String path = "/v2.0/security-group-rules";
    if (bulk > 1) {
      cloud.call("POST", "network", path, Map.of("security_group_rules", rules));
    } else {
      rules.forEach(
          rule -> cloud.call("POST", "network", path, Map.of("security_group_rule", rule)));
    }
  }

  private static Map<String, Object> body(SecurityGroupRule rule, String group) {
    boolean fromGroup = rule.remoteGroupId() != null;
    return Map.of(
        "security_group_id",
        group,
        "project_id",
        rule.projectId(),
        "direction",
        rule.direction(),
        "ethertype",
        rule.ethertype(),
        "protocol",
        rule.protocol(),
        "port_range_min",
        rule.portRangeMin(),
        "port_range_max",
        rule.portRangeMax(),
        fromGroup ? "remote_group_id" : "remote_ip_prefix",
        fromGroup ? group : rule.remoteIpPrefix());
  }
}
