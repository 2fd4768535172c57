package org.cloudtransfer.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cloudtransfer.simulator.Simulator;

/**
 * What a cloud holds.
 *
 * @param facts a line for each thing and trait, without IDs: the same for equal clouds
 * @param groups by ID, as they are: for telling whether those of others were left alone
 */
public record EndState(SortedSet<String> facts, Map<String, String> groups) {

  public static EndState of(Simulator simulator) {
    SortedSet<String> facts = new TreeSet<>();
    flatten("", simulator.dumpWithoutIds(), facts);
    String project = simulator.adminProject().id();
    String user = simulator.admin().id();
    SortedSet<String> nameless = new TreeSet<>();
    facts.forEach(
        fact -> nameless.add(fact.replace(project, "ADMIN-PROJECT").replace(user, "ADMIN")));
    Map<String, String> groups = new TreeMap<>();
    simulator
        .dump()
        .path("security_groups")
        .properties()
        .forEach(group -> groups.put(group.getKey(), group.getValue().toString()));
    return new EndState(nameless, groups);
  }

  private static void flatten(String path, JsonNode node, SortedSet<String> facts) {
    if (node.isObject()) {
      node.properties().forEach(p -> flatten(path + "/" + p.getKey(), p.getValue(), facts));
    } else if (node.isArray()) {
      node.forEach(item -> facts.add(path + " has " + item));
    } else {
      facts.add(path + " = " + node);
    }
  }

  /** What is here and not in the other. */
  public List<String> beyond(EndState other) {
    List<String> surplus = new ArrayList<>(facts);
    surplus.removeAll(other.facts);
    return surplus;
  }

  /** The groups that were there before and are not as they were; default groups may grow. */
  List<String> changedSince(EndState before) {
    return before.groups.entrySet().stream()
        .filter(group -> !group.getValue().contains("\"is_default\":true"))
        .filter(group -> !group.getValue().equals(groups.get(group.getKey())))
        .map(group -> group.getKey() + " was " + group.getValue())
        .toList();
  }
}
