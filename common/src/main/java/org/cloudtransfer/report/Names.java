package org.cloudtransfer.report;

import java.util.Map;

/** What the source's IDs are called, as far as the archive tells. */
public record Names(
    Map<String, String> projects, Map<String, String> users, Map<String, String> groups) {
  public static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

  public Names {
    projects = Map.copyOf(projects);
    users = Map.copyOf(users);
    groups = Map.copyOf(groups);
  }
}
