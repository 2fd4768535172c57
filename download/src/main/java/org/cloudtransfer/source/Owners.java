package org.cloudtransfer.source;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Collects the IDs of the users and projects that rows refer to. Threads share it. */
public final class Owners {
  private final Set<String> users = ConcurrentHashMap.newKeySet();
  private final Set<String> projects = ConcurrentHashMap.newKeySet();

  void user(String id) {
    add(users, id);
  }

  void project(String id) {
    add(projects, id);
  }

  private static void add(Set<String> ids, String id) {
    if (id != null && !id.isEmpty()) {
      ids.add(id);
    }
  }

  /** IDs in the archive's order. */
  public Set<String> users() {
    return ordered(users);
  }

  /** IDs in the archive's order. */
  public Set<String> projects() {
    return ordered(projects);
  }

  private static Set<String> ordered(Set<String> ids) {
    Set<String> ordered = new TreeSet<>(KeyOrder.TEXT);
    ordered.addAll(ids);
    return Collections.unmodifiableSet(ordered);
  }
}
