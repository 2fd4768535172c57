package org.cloudtransfer.demo.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Security groups and how they refer to each other, under any IDs. Two graphs are alike if as many
 * groups have each label; a label tells project, name, description and rules, and in the place of a
 * remote group that group's label, some steps deep.
 */
final class GroupGraph {
  /** More than the longest chain of references in the sample. */
  private static final int STEPS = 8;

  private record Node(String title, Set<RuleForm> rules) {}

  private final Map<String, Node> nodes = new TreeMap<>();

  /** Adds a group. */
  void add(String id, String project, String name, String description) {
    String title = project + " / " + name + " / " + description;
    nodes.put(id, new Node(title, new LinkedHashSet<>()));
  }

  /** Adds rules to a group; the same rule twice is once. */
  void addRules(String id, Collection<RuleForm> rules) {
    nodes.get(id).rules().addAll(rules);
  }

  void clearRules(String id) {
    nodes.get(id).rules().clear();
  }

  /** How many groups have which label. */
  Map<String, Integer> labels() {
    Map<String, String> labels = new HashMap<>();
    nodes.forEach((id, node) -> labels.put(id, node.title()));
    for (int step = 0; step < STEPS; step++) {
      Map<String, String> next = new HashMap<>();
      nodes.forEach((id, node) -> next.put(id, label(node, labels)));
      labels.putAll(next);
    }
    Map<String, Integer> counts = new TreeMap<>();
    labels.values().forEach(label -> counts.merge(label, 1, Integer::sum));
    return counts;
  }

  /** References are cut to numbers, or labels would grow with each step. */
  private static String label(Node node, Map<String, String> labels) {
    Set<String> rules = new TreeSet<>();
    for (RuleForm rule : node.rules()) {
      String remote = rule.remote();
      rules.add(rule.withRemote(remote.isEmpty() ? "" : number(labels.get(remote))).toString());
    }
    return node.title() + " " + rules;
  }

  private static String number(String label) {
    return label == null ? "nowhere" : Integer.toHexString(label.hashCode());
  }
}
