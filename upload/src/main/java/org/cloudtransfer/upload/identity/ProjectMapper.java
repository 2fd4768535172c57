package org.cloudtransfer.upload.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.Keystone.Account;
import org.cloudtransfer.upload.identity.Keystone.Domain;
import org.cloudtransfer.upload.identity.Placement.Found;
import org.cloudtransfer.upload.identity.Placement.Missing;
import org.cloudtransfer.upload.identity.Placement.Unproven;

/**
 * Places projects: as the map says, else under the same ID. One that merely has the same name and
 * domain is a suggestion, for a cloud may have both the old project's heir and a stranger.
 */
record ProjectMapper(Keystone keystone, Workers workers, GivenMap given) {

  /**
   * Places projects.
   *
   * @throws StopException if two of them would become one
   */
  Map<String, Placement> map(List<Project> projects) {
    Map<String, Placement> places = new HashMap<>();
    List<Project> unsaid = new ArrayList<>();
    for (Project project : projects) {
      Optional.ofNullable(given.projects().get(project.id()))
          .ifPresentOrElse(
              id -> places.put(project.id(), new Found(id, GivenMap.HOW)),
              () -> unsaid.add(project));
    }
    Set<String> present = present(unsaid);
    List<Project> missing = new ArrayList<>();
    for (Project project : unsaid) {
      if (present.contains(project.id())) {
        places.put(project.id(), new Found(project.id(), SameId.HOW));
      } else {
        missing.add(project);
      }
    }
    requireApart(places);
    places.putAll(suggestions(missing));
    return places;
  }

  /** One listing answers for most; a listing cut short must not make a project look missing. */
  private Set<String> present(List<Project> projects) {
    if (projects.isEmpty()) {
      return Set.of();
    }
    List<String> ids = projects.stream().map(Project::id).toList();
    Set<String> present = new HashSet<>(ids);
    present.retainAll(keystone.listedProjects().keySet());
    List<String> doubtful = ids.stream().filter(id -> !present.contains(id)).toList();
    List<Boolean> there = workers.map(doubtful, keystone::hasProject);
    for (int i = 0; i < doubtful.size(); i++) {
      if (there.get(i)) {
        present.add(doubtful.get(i));
      }
    }
    return present;
  }

  /** What was apart in the source would admit each other's ports in one project. */
  private static void requireApart(Map<String, Placement> places) {
    Map<String, String> sources = new HashMap<>();
    new TreeMap<>(places)
        .forEach(
            (source, place) -> {
              String target = ((Found) place).targetId();
              String other = sources.put(target, source);
              if (other != null) {
                throw StopException.badInput(
                    "The projects "
                        + other
                        + " and "
                        + source
                        + " would both go to "
                        + target
                        + ": projects are not merged.",
                    "Map each to a project of its own.");
              }
            });
  }

  private Map<String, Placement> suggestions(List<Project> missing) {
    if (missing.isEmpty()) {
      return Map.of();
    }
    Map<String, Domain> domains = new HashMap<>();
    keystone.domains().forEach(domain -> domains.put(domain.name(), domain));
    domains.putAll(given.domains());
    List<Placement> found = workers.map(missing, project -> suggestion(project, domains));
    Map<String, Placement> places = new HashMap<>();
    for (int i = 0; i < missing.size(); i++) {
      places.put(missing.get(i).id(), found.get(i));
    }
    return places;
  }

  private Placement suggestion(Project project, Map<String, Domain> domains) {
    Domain domain = project.domain() == null ? null : domains.get(project.domain());
    return project.name() == null || domain == null
        ? new Missing()
        : keystone
            .project(domain, project.name())
            .map(Account::id)
            .<Placement>map(id -> new Unproven(id, project.name() + "@" + domain.name()))
            .orElseGet(Missing::new);
  }
}
