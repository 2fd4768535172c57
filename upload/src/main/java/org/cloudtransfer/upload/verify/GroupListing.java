package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/**
 * The target's groups of some projects, by ID.
 *
 * @param stateless whether this Neutron tells stateful groups from stateless ones
 */
record GroupListing(Map<String, ShownGroup> groups, boolean stateless) {
  private static final int PROJECTS_PER_REQUEST = 25;
  private static final int RULES_PER_REQUEST = 1000;

  /**
   * What some answers show. Their JSON takes many times the memory, and there may be a million
   * rules.
   */
  private record Page(List<ShownGroup> groups, boolean stateless) {
    static final Page EMPTY = new Page(List.of(), false);

    Page and(JsonNode answer) {
      List<ShownGroup> all = new ArrayList<>(groups);
      boolean tells = stateless;
      for (JsonNode group : answer.path("security_groups")) {
        all.add(ShownGroup.of(group));
        tells |= group.has("stateful");
      }
      return new Page(all, tells);
    }
  }

  /**
   * Reads the groups of projects.
   *
   * @param rulesOf how many rules each project is expected to have
   */
  static GroupListing read(Question question, Map<String, Integer> rulesOf) {
    Set<String> asked = rulesOf.keySet();
    List<List<String>> chunks = chunks(new TreeMap<>(rulesOf));
    Map<String, ShownGroup> groups = new LinkedHashMap<>();
    boolean stateless = false;
    for (Page listed : question.workers().map(chunks, chunk -> list(question, chunk))) {
      stateless |= listed.stateless();
      for (ShownGroup shown : listed.groups()) {
        if (asked.contains(shown.project())) {
          groups.put(shown.id(), shown);
        }
      }
    }
    return new GroupListing(groups, stateless);
  }

  /** Together as long as the answer is not too long, in time and in memory. */
  static List<List<String>> chunks(SortedMap<String, Integer> rulesOf) {
    List<List<String>> chunks = new ArrayList<>();
    int rules = 0;
    for (Map.Entry<String, Integer> project : rulesOf.entrySet()) {
      rules += project.getValue();
      if (chunks.isEmpty()
          || rules > RULES_PER_REQUEST
          || last(chunks).size() == PROJECTS_PER_REQUEST) {
        chunks.add(new ArrayList<>());
        rules = project.getValue();
      }
      last(chunks).add(project.getKey());
    }
    return chunks;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  /**
   * The caller's own project leads: Neutron makes the default group of the first project that is
   * asked for, and comparing must not make anything.
   */
  private static Page list(Question question, List<String> projects) {
    Request first =
        Request.get(Service.NETWORK, "security-groups")
            .with("project_id", question.cloud().callerProject());
    for (String project : projects) {
      first = first.with("project_id", project);
    }
    Page groups = Page.EMPTY;
    JsonNode page = question.cloud().readWhole(first, "security_groups");
    String last = "";
    while (hasNext(page) && !last.equals(idOfLast(page))) {
      groups = groups.and(page);
      last = idOfLast(page);
      page = question.cloud().readWhole(first.with("marker", last), "security_groups");
    }
    return groups.and(page);
  }

  private static String idOfLast(JsonNode page) {
    JsonNode groups = page.path("security_groups");
    return groups.path(groups.size() - 1).path("id").asText();
  }

  private static boolean hasNext(JsonNode page) {
    boolean next = false;
    for (JsonNode link : page.path("security_groups_links")) {
      next |= link.path("rel").asText().equals("next");
    }
    return next && !page.path("security_groups").isEmpty();
  }
}
