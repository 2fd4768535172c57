package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.execute.Workers;

/**
 * The groups that the target holds of some projects.
 *
 * @param byProject the same groups again
 */
record PresentGroups(Map<String, PresentGroup> byId, Map<String, List<PresentGroup>> byProject) {
  /** So many projects or groups are asked for at once; the URL stays below 2 KiB. */
  private static final int PER_REQUEST = 25;

  /** A listing costs Neutron some 2 ms a rule: so it answers within seconds. */
  private static final int RULES_PER_REQUEST = 1000;

  static PresentGroups of(Collection<PresentGroup> groups) {
    return new PresentGroups(
        groups.stream().collect(Collectors.toMap(PresentGroup::id, group -> group, (a, b) -> a)),
        groups.stream().collect(Collectors.groupingBy(PresentGroup::projectId)));
  }

  /** Reads the groups of one project, in the calling thread. */
  static PresentGroups readOf(Cloud cloud, String project) {
    return of(read(cloud, List.of(project)));
  }

  /** Reads the groups of the projects that source groups go to. */
  static PresentGroups read(Cloud cloud, Workers workers, Collection<SourceGroup> groups) {
    Map<String, Integer> rules = new TreeMap<>();
    groups.forEach(group -> rules.merge(group.project(), group.rules().size(), Integer::sum));
    return inChunks(workers, rules, chunk -> read(cloud, chunk));
  }

  /**
   * Reads groups by their IDs.
   *
   * @param rulesOf how many rules each is expected to have
   */
  static PresentGroups readAll(Cloud cloud, Workers workers, Map<String, Integer> rulesOf) {
    Request list = Request.get(Service.NETWORK, "security-groups");
    return inChunks(
        workers, new TreeMap<>(rulesOf), chunk -> pages(cloud, each(list, "id", chunk)));
  }

  private static PresentGroups inChunks(
      Workers workers,
      Map<String, Integer> rulesOf,
      Function<List<String>, List<PresentGroup>> read) {
    return of(workers.map(chunks(rulesOf), read).stream().flatMap(List::stream).toList());
  }

  /**
   * Projects or groups are asked for together as long as their rules, after an upload, are not too
   * many.
   */
  static List<List<String>> chunks(Map<String, Integer> rulesOf) {
    List<List<String>> chunks = new ArrayList<>();
    List<String> chunk = new ArrayList<>();
    int rules = 0;
    for (Map.Entry<String, Integer> one : rulesOf.entrySet()) {
      boolean full = chunk.size() == PER_REQUEST || rules + one.getValue() > RULES_PER_REQUEST;
      if (full && !chunk.isEmpty()) {
        chunks.add(List.copyOf(chunk));
        chunk.clear();
        rules = 0;
      }
      chunk.add(one.getKey());
      rules += one.getValue();
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return chunks;
  }

  /**
   * The caller's own project is asked for first. Neutron makes the default group of the first
   * project in the filter if it is missing, and reading must not make anything in others' (neutron,
   * db/securitygroups_db.py: get_security_groups).
   */
  private static List<PresentGroup> read(Cloud cloud, List<String> projects) {
    Request own =
        Request.get(Service.NETWORK, "security-groups").with("project_id", cloud.callerProject());
    return pages(cloud, each(own, "project_id", projects)).stream()
        .filter(group -> projects.contains(group.projectId()))
        .toList();
  }

  private static Request each(Request list, String filter, List<String> values) {
    Request request = list;
    for (String value : values) {
      request = request.with(filter, value);
    }
    return request;
  }

  private static List<PresentGroup> pages(Cloud cloud, Request list) {
    return Pages.all(cloud, list, "security_groups").stream().map(PresentGroup::of).toList();
  }

  Optional<PresentGroup> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The groups of one project. */
  List<PresentGroup> in(String project) {
    return byProject.getOrDefault(project, List.of());
  }

  Optional<PresentGroup> defaultOf(String project) {
    return in(project).stream().filter(PresentGroup::isDefault).findFirst();
  }

  Set<String> idsOf(String project) {
    return in(project).stream().map(PresentGroup::id).collect(Collectors.toSet());
  }
}
