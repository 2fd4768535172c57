package org.cloudtransfer.upload.identity;

import java.util.Map;
import java.util.Set;

/**
 * The whole map of a run, as a value.
 *
 * @param users by source ID, every user that owns something
 * @param projects the source IDs that the target has, too; all others are unknown there
 */
public record IdentityMap(Map<String, Placement> users, Set<String> projects) {
  public IdentityMap {
    users = Map.copyOf(users);
    projects = Set.copyOf(projects);
  }

  public Placement user(String sourceId) {
    return users.getOrDefault(sourceId, new Placement.Missing());
  }

  /** How many users have no place. */
  public long unplaced() {
    return users.values().stream().filter(place -> !(place instanceof Placement.Found)).count();
  }

  public boolean hasProject(String id) {
    return projects.contains(id);
  }
}
