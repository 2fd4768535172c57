package org.cloudtransfer.simulator.nova;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Profile;

/**
 * Which limits hold for whom, and between which bounds they may be set (nova/quota.py,
 * DbQuotaDriver).
 */
final class Limits {
  /** The least and the greatest value that a limit may be set to; -1 as greatest is no bound. */
  record Range(int minimum, int maximum) {}

  private static final Set<String> UNCOUNTED = Set.of("key_pairs", "server_group_members");

  private final Compute compute;
  private final Map<String, Integer> builtIn;
  private final Optional<Map<String, Integer>> unified;

  /**
   * @param unified Keystone's registered limits by its names, if they are what counts
   */
  Limits(Compute compute, Profile profile, Optional<Map<String, Integer>> unified) {
    this.compute = compute;
    this.unified = unified;
    this.builtIn = builtIn(!profile.since(Profile.ZED));
  }

  private static Map<String, Integer> builtIn(boolean ownNetwork) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put("cores", 20);
    limits.put("fixed_ips", -1);
    limits.put("floating_ips", ownNetwork ? 10 : -1);
    limits.put("injected_file_content_bytes", 10240);
    limits.put("injected_file_path_bytes", 255);
    limits.put("injected_files", 5);
    limits.put("instances", 10);
    limits.put("key_pairs", 100);
    limits.put("metadata_items", 128);
    limits.put("ram", 51200);
    limits.put("security_group_rules", ownNetwork ? 20 : -1);
    limits.put("security_groups", ownNetwork ? 10 : -1);
    limits.put("server_group_members", 10);
    limits.put("server_groups", 10);
    return limits;
  }

  /** The names of all resources. */
  List<String> resources() {
    return List.copyOf(builtIn.keySet());
  }

  /** What holds for who has nothing of their own. */
  Map<String, Integer> defaults() {
    Map<String, Integer> limits = new LinkedHashMap<>(builtIn);
    unified.ifPresentOrElse(
        registered -> limits.replaceAll((name, old) -> registered.getOrDefault(unified(name), 0)),
        () -> limits.putAll(compute.classQuotas()));
    return limits;
  }

  /** Keystone's name of a resource (nova/limit/local.py, nova/limit/placement.py). */
  private static String unified(String resource) {
    return switch (resource) {
      case "instances" -> "servers";
      case "cores" -> "class:VCPU";
      case "ram" -> "class:MEMORY_MB";
      case "server_groups", "server_group_members" -> resource;
      default -> "server_" + resource;
    };
  }

  /** Whether limits that are set here are kept. */
  boolean areKept() {
    return unified.isEmpty();
  }

  /** What holds for a project. */
  Map<String, Integer> of(String projectId) {
    Map<String, Integer> limits = defaults();
    limits.putAll(compute.quotas(projectId));
    return limits;
  }

  /** What holds for a user in a project. */
  Map<String, Integer> of(String projectId, String userId) {
    Map<String, Integer> limits = of(projectId);
    limits.putAll(compute.quotas(projectId, userId));
    return limits;
  }

  /** Keypairs are never counted when limits are set or shown. */
  int used(String projectId, String resource) {
    return UNCOUNTED.contains(resource) ? 0 : compute.used(projectId, resource);
  }

  /** As above, of one user. */
  int used(String projectId, String userId, String resource) {
    return UNCOUNTED.contains(resource) ? 0 : compute.used(projectId, userId, resource);
  }

  /** A project's limit must cover what is in use and what was handed out to users. */
  Range rangeOf(String projectId, String resource) {
    int limit = of(projectId).get(resource);
    int remains = remains(projectId, resource);
    int handedOut = limit <= -1 || remains <= -1 ? -1 : limit - remains;
    return new Range(Math.max(handedOut, used(projectId, resource)), -1);
  }

  /** A user's limit must cover what is in use and fit into what the project has left. */
  Range rangeOf(String projectId, String userId, String resource) {
    int remains = remains(projectId, resource);
    int own = compute.quotas(projectId, userId).getOrDefault(resource, 0);
    int maximum = remains <= -1 || own <= -1 ? -1 : remains + own;
    return new Range(used(projectId, userId, resource), maximum);
  }

  /** Plain subtraction, of -1 as well: so nova does it. */
  private int remains(String projectId, String resource) {
    int handedOut =
        compute.userQuotas(projectId).values().stream()
            .mapToInt(q -> q.getOrDefault(resource, 0))
            .sum();
    return of(projectId).get(resource) - handedOut;
  }
}
