package org.cloudtransfer.upload.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.resource.Project;

/**
 * The whole map of a run, as a value.
 *
 * @param users by source ID, every user that owns something
 * @param projects by source ID, every project that the archive's rows name
 */
public record IdentityMap(Map<String, Placement> users, Map<String, Placement> projects) {
  public IdentityMap {
    users = Map.copyOf(users);
    projects = Map.copyOf(projects);
  }

  public Placement user(String sourceId) {
    return users.getOrDefault(sourceId, new Placement.Missing());
  }

  /** How many users have no place. */
  public long unplaced() {
    return users.values().stream().filter(place -> !(place instanceof Placement.Found)).count();
  }

  /** Whether every user has a place, and these projects have. */
  public boolean places(Collection<Project> some) {
    return unplaced() == 0 && some.stream().allMatch(project -> hasProject(project.id()));
  }

  public Placement project(String sourceId) {
    return projects.getOrDefault(sourceId, new Placement.Missing());
  }

  /** The target's ID of a project; empty if the target does not have it. */
  public Optional<String> projectId(String sourceId) {
    return project(sourceId) instanceof Placement.Found found
        ? Optional.of(found.targetId())
        : Optional.empty();
  }

  public boolean hasProject(String sourceId) {
    return projectId(sourceId).isPresent();
  }
}
