package org.cloudtransfer.source;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Collects the IDs of the users and projects that rows refer to. */
public final class Owners {
  private final Set<String> users = new TreeSet<>(KeyOrder.TEXT);
  private final Set<String> projects = new TreeSet<>(KeyOrder.TEXT);

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
    return Collections.unmodifiableSet(users);
  }

  /** IDs in the archive's order. */
  public Set<String> projects() {
    return Collections.unmodifiableSet(projects);
  }
}
