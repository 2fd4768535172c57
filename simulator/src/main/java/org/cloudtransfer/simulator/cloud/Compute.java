package org.cloudtransfer.simulator.cloud;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What nova holds: keypairs, quotas of projects and of users in them, and how much is in use. */
public final class Compute {
  private final Map<String, Map<String, Keypair>> keypairs = new TreeMap<>();
  private final Quotas projectQuotas = new Quotas();
  private final Map<String, Quotas> userQuotas = new TreeMap<>();
  private final Map<String, Integer> classQuotas = new TreeMap<>();
  private final Map<String, Quotas> usage = new HashMap<>();
  private long lastKeypairId;

  /** All keypairs, by user and name. */
  public synchronized List<Keypair> keypairs() {
    return keypairs.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  /** The keypairs of a user, by name. */
  public synchronized List<Keypair> keypairs(String userId) {
    return List.copyOf(keypairs.getOrDefault(userId, Map.of()).values());
  }

  /** One keypair. */
  public synchronized Optional<Keypair> keypair(String userId, String name) {
    return Optional.ofNullable(keypairs.getOrDefault(userId, Map.of()).get(name));
  }

  /** Keeps a keypair; one of the same user and name is replaced. */
  public synchronized void put(Keypair keypair) {
    keypairs.computeIfAbsent(keypair.userId(), u -> new TreeMap<>()).put(keypair.name(), keypair);
  }

  /** Keeps a keypair as it is, unchecked: somebody else's, that was there before. */
  public synchronized Keypair addKeypair(
      String userId, String name, String type, String publicKey, String fingerprint) {
    Keypair keypair =
        new Keypair(nextKeypairId(), userId, name, type, publicKey, fingerprint, Instant.EPOCH);
    put(keypair);
    return keypair;
  }

  /** A number for a keypair that was not given before. */
  public synchronized long nextKeypairId() {
    return ++lastKeypairId;
  }

  /** Deletes a keypair; false if there is none. */
  public synchronized boolean removeKeypair(String userId, String name) {
    return keypairs.getOrDefault(userId, new TreeMap<>()).remove(name) != null;
  }

  /** Sets a project's limit. */
  public synchronized void setQuota(String projectId, String resource, int limit) {
    projectQuotas.set(projectId, resource, limit);
  }

  /** Sets the limit of a user in a project. */
  public synchronized void setQuota(String projectId, String userId, String resource, int limit) {
    userQuotas.computeIfAbsent(projectId, p -> new Quotas()).set(userId, resource, limit);
  }

  /** Sets a limit of the class {@code default}, which overrides the built-in defaults. */
  public synchronized void setClassQuota(String resource, int limit) {
    classQuotas.put(resource, limit);
  }

  /** The limits that were set for a project. */
  public synchronized Map<String, Integer> quotas(String projectId) {
    return projectQuotas.of(projectId);
  }

  /** The limits that were set for a user in a project. */
  public synchronized Map<String, Integer> quotas(String projectId, String userId) {
    return userQuotas.getOrDefault(projectId, new Quotas()).of(userId);
  }

  /** The limits that were set for users in a project, by user. */
  public synchronized Map<String, Map<String, Integer>> userQuotas(String projectId) {
    return userQuotas.getOrDefault(projectId, new Quotas()).all();
  }

  /** All limits of projects, by project. */
  public synchronized Map<String, Map<String, Integer>> quotas() {
    return projectQuotas.all();
  }

  /** All limits of users, by project and user. */
  public synchronized Map<String, Map<String, Map<String, Integer>>> userQuotas() {
    Map<String, Map<String, Map<String, Integer>>> all = new TreeMap<>();
    userQuotas.forEach((project, quotas) -> all.put(project, quotas.all()));
    return all;
  }

  /** The limits of class {@code default} that were set. */
  public synchronized Map<String, Integer> classQuotas() {
    return new TreeMap<>(classQuotas);
  }

  /** Forgets the limits of a project and of all users in it. */
  public synchronized void removeQuotas(String projectId) {
    projectQuotas.remove(projectId);
    userQuotas.remove(projectId);
  }

  /** Forgets the limits of a user in a project. */
  public synchronized void removeQuotas(String projectId, String userId) {
    userQuotas.getOrDefault(projectId, new Quotas()).remove(userId);
  }

  /**
   * Says how much of a resource (instances, cores, ram, server_groups) a user has in use in a
   * project.
   */
  public synchronized void use(String projectId, String userId, String resource, int amount) {
    usage.computeIfAbsent(projectId, p -> new Quotas()).set(userId, resource, amount);
  }

  /** How much of a resource is in use in a project. */
  public synchronized int used(String projectId, String resource) {
    return usage.getOrDefault(projectId, new Quotas()).all().values().stream()
        .mapToInt(values -> values.getOrDefault(resource, 0))
        .sum();
  }

  /** How much of a resource a user has in use in a project. */
  public synchronized int used(String projectId, String userId, String resource) {
    return usage.getOrDefault(projectId, new Quotas()).of(userId).getOrDefault(resource, 0);
  }
}
