package org.cloudtransfer.simulator.cloud;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Limits by owner and resource: only what was set, no defaults. Not thread-safe: its state is the
 * monitor.
 */
final class Quotas {
  private final Map<String, Map<String, Integer>> limits = new TreeMap<>();

  void set(String owner, String resource, int limit) {
    limits.computeIfAbsent(owner, o -> new TreeMap<>()).put(resource, limit);
  }

  Map<String, Integer> of(String owner) {
    return new TreeMap<>(limits.getOrDefault(owner, Map.of()));
  }

  boolean remove(String owner) {
    return limits.remove(owner) != null;
  }

  Map<String, Map<String, Integer>> all() {
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    limits.forEach((owner, values) -> copy.put(owner, new TreeMap<>(values)));
    return Collections.unmodifiableMap(copy);
  }
}
