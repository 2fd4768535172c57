package org.cloudtransfer.upload.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * Pairs groups of the archive, of which no journal tells, with groups of the target: those that are
 * alike to the greatest depth. At depth 0 project, name, description and statefulness are alike; at
 * depth n the rules, too, and the groups that they name at depth n - 1.
 */
final class Pairing {
  private static final int DEPTH_MAX = 64;

  private final Question question;
  private final Map<String, String> known;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<String, SecurityGroup> wanted = new TreeMap<>();
  private final Map<String, List<SecurityGroupRule>> rules;
  private final Map<String, ShownGroup> shown = new TreeMap<>();
  private final List<Map<String, Integer>> ofWanted = new ArrayList<>();
  private final List<Map<String, Integer>> ofShown = new ArrayList<>();

  /**
   * @param known pairs, by source ID, that need not be looked for
   * @param rules of the archive, by group
   */
  Pairing(
      Question question,
      Map<String, String> known,
      Collection<SecurityGroup> wanted,
      Map<String, List<SecurityGroupRule>> rules,
      Collection<ShownGroup> shown) {
    this.question = question;
    this.known = known;
    this.rules = rules;
    wanted.forEach(group -> this.wanted.put(group.id(), group));
    shown.forEach(group -> this.shown.put(group.id(), group));
    deepen();
  }

  /** By source ID, the ID in the target. */
  Map<String, String> pairs() {
    Map<String, String> pairs = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (int depth = ofWanted.size() - 1; depth >= 0; depth--) {
      Map<Integer, List<String>> free = new HashMap<>();
      ofShown
          .get(depth)
          .forEach(
              (id, number) -> {
                if (!taken.contains(id)) {
                  free.computeIfAbsent(number, n -> new ArrayList<>()).add(id);
                }
              });
      Map<String, Integer> level = ofWanted.get(depth);
      for (String id : wanted.keySet()) {
        List<String> alike = free.getOrDefault(level.get(id), List.of());
        if (!pairs.containsKey(id) && !alike.isEmpty()) {
          pairs.put(id, alike.remove(0));
          taken.add(pairs.get(id));
        }
      }
    }
    return pairs;
  }

  /** The groups of the target that are alike, to the greatest depth, with one of the archive. */
  Set<String> twins() {
    int last = ofWanted.size() - 1;
    Set<Integer> numbersOfWanted = new HashSet<>(ofWanted.get(last).values());
    Set<String> twins = new HashSet<>(ofShown.get(last).keySet());
    twins.removeIf(id -> !numbersOfWanted.contains(ofShown.get(last).get(id)));
    return twins;
  }

  private void deepen() {
    Map<String, Integer> sources = new TreeMap<>();
    Map<String, Integer> targets = new TreeMap<>();
    wanted.values().forEach(group -> sources.put(group.id(), number(traits(group, question))));
    shown.values().forEach(group -> targets.put(group.id(), number(traits(group))));
    ofWanted.add(sources);
    ofShown.add(targets);
    long before = 0;
    while (distinct() > before && ofWanted.size() < DEPTH_MAX || ofWanted.size() == 1) {
      before = distinct();
      Map<String, Integer> s = last(ofWanted);
      Map<String, Integer> t = last(ofShown);
      Map<String, Integer> nextSources = new TreeMap<>();
      Map<String, Integer> nextTargets = new TreeMap<>();
      wanted
          .keySet()
          .forEach(id -> nextSources.put(id, number(List.of(s.get(id), ofSource(id, s)))));
      shown
          .values()
          .forEach(g -> nextTargets.put(g.id(), number(List.of(t.get(g.id()), ofTarget(g, t)))));
      ofWanted.add(nextSources);
      ofShown.add(nextTargets);
    }
  }

  private long distinct() {
    Set<Integer> all = new HashSet<>(last(ofWanted).values());
    all.addAll(last(ofShown).values());
    return all.size();
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private int number(Object thing) {
    Integer number = numbers.putIfAbsent(thing, numbers.size());
    return number == null ? numbers.get(thing) : number;
  }

  static List<Object> traits(SecurityGroup group, Question question) {
    return List.of(
        question.project(group),
        Objects.requireNonNullElse(group.name(), ""),
        Objects.requireNonNullElse(group.description(), ""),
        !Boolean.FALSE.equals(group.stateful()));
  }

  static List<Object> traits(ShownGroup group) {
    return List.of(group.project(), group.name(), group.description(), group.stateful());
  }

  /** A rule that names a group that is nowhere, or port 0, cannot be there. */
  private Object ofSource(String id, Map<String, Integer> level) {
    Set<Object> content = new HashSet<>();
    for (SecurityGroupRule rule : rules.getOrDefault(id, List.of())) {
      Shape shape = Shape.of(rule);
      String remote = rule.remoteGroupId();
      Object fixed = remote == null ? "" : known.get(remote);
      Object group = fixed == null ? level.get(remote) : fixed;
      if (group != null && !shape.hasNoSuchPort()) {
        content.add(List.of(shape, group));
      }
    }
    return content;
  }

  private static Object ofTarget(ShownGroup group, Map<String, Integer> level) {
    Set<Object> content = new HashSet<>();
    for (ShownGroup.ShownRule rule : group.rules()) {
      Object named = level.get(rule.remote());
      content.add(List.of(rule.shape(), named == null ? rule.remote() : named));
    }
    return content;
  }
}
