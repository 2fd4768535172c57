package org.cloudtransfer.simulator.cloud;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What cinder holds: volume types, quotas of projects, and how much is in use. */
public final class Volume {
  private final Map<String, VolumeType> types = new TreeMap<>();
  private final Quotas quotas = new Quotas();
  private final Quotas usage = new Quotas();

  /** Adds a volume type. */
  public synchronized VolumeType addType(String name) {
    VolumeType type = new VolumeType(UUID.randomUUID().toString(), name);
    types.put(name, type);
    return type;
  }

  /** All volume types, by name. */
  public synchronized List<VolumeType> types() {
    return List.copyOf(types.values());
  }

  /** Sets a project's limit. */
  public synchronized void setQuota(String projectId, String resource, int limit) {
    quotas.set(projectId, resource, limit);
  }

  /** The limits that were set for a project. */
  public synchronized Map<String, Integer> quotas(String projectId) {
    return quotas.of(projectId);
  }

  /** All limits, by project. */
  public synchronized Map<String, Map<String, Integer>> quotas() {
    return quotas.all();
  }

  /** Forgets the limits of a project. */
  public synchronized void removeQuotas(String projectId) {
    quotas.remove(projectId);
  }

  /** Says how much of a resource (volumes, gigabytes, ...) is in use in a project. */
  public synchronized void use(String projectId, String resource, int amount) {
    usage.set(projectId, resource, amount);
  }

  /** How much of a resource is in use in a project. */
  public synchronized int used(String projectId, String resource) {
    return usage.of(projectId).getOrDefault(resource, 0);
  }
}
