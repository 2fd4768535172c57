package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * Finds groups that the target has already, equal in everything that can be seen: project, name,
 * description, and rules, with remote groups that are equal in turn. This is how a second upload
 * recognises the groups of a first whose journal is lost.
 *
 * <p>Groups refer to each other in circles, so they are compared by colour refinement: all begin
 * with the colour of their own traits, and take on the colours of the groups their rules name until
 * nothing changes. Rules that the target refuses do not count: it cannot have them. Groups of one
 * colour cannot be told apart and are paired in order.
 */
final class GroupMatcher {
  private final Map<String, String> fixed;
  private final Map<String, SourceGroup> source = new TreeMap<>();
  private final Map<String, PresentGroup> target = new TreeMap<>();

  /**
   * @param fixed target IDs, by source ID, of groups whose counterpart is known
   * @param source groups to find
   * @param absent source IDs of those that nobody makes: where one is not in the target, no rule
   *     there names it
   * @param target groups among which to find them
   */
  GroupMatcher(
      Map<String, String> fixed,
      Collection<SourceGroup> source,
      Set<String> absent,
      Collection<PresentGroup> target) {
    this.fixed = fixed;
    Set<List<?>> wanted = new HashSet<>();
    source.forEach(group -> wanted.add(traits(group)));
    Set<List<?>> there = new HashSet<>();
    for (PresentGroup group : target) {
      if (wanted.contains(traits(group))) {
        this.target.put(group.id(), group);
        there.add(traits(group));
      }
    }
    source.stream()
        .filter(group -> !absent.contains(group.id()) || there.contains(traits(group)))
        .forEach(group -> this.source.put(group.id(), group));
  }

  /** Target IDs by source ID, for the groups that have an equal. */
  Map<String, String> match() {
    if (target.isEmpty()) {
      return Map.of();
    }
    Colours colours = new Colours();
    source.values().forEach(group -> colours.sources.put(group.id(), colours.of(traits(group))));
    target.values().forEach(group -> colours.targets.put(group.id(), colours.of(traits(group))));
    int distinct = 0;
    while (colours.count() > distinct) {
      distinct = colours.count();
      colours.refine();
    }
    return pairs(colours);
  }

  private Map<String, String> pairs(Colours colours) {
    Map<Integer, List<String>> byColour = new HashMap<>();
    target
        .keySet()
        .forEach(
            id ->
                byColour.computeIfAbsent(colours.targets.get(id), c -> new ArrayList<>()).add(id));
    Map<String, String> pairs = new HashMap<>();
    for (String id : source.keySet()) {
      List<String> free = byColour.getOrDefault(colours.sources.get(id), List.of());
      if (!free.isEmpty()) {
        pairs.put(id, free.remove(0));
      }
    }
    return pairs;
  }

  private static List<?> traits(SourceGroup group) {
    return List.of(group.project(), group.name(), group.description(), group.isStateful());
  }

  private static List<?> traits(PresentGroup group) {
    return List.of(group.projectId(), group.name(), group.description(), group.stateful());
  }

  /** Numbers for equal things; the same number on both sides for the same thing. */
  private final class Colours {
    private final Map<Object, Integer> numbers = new HashMap<>();
    private Map<String, Integer> sources = new HashMap<>();
    private Map<String, Integer> targets = new HashMap<>();

    int of(Object thing) {
      return numbers.computeIfAbsent(thing, t -> numbers.size());
    }

    int count() {
      Set<Integer> used = new HashSet<>(sources.values());
      used.addAll(targets.values());
      return used.size();
    }

    void refine() {
      Map<String, Integer> nextSources = new HashMap<>();
      Map<String, Integer> nextTargets = new HashMap<>();
      source
          .values()
          .forEach(g -> nextSources.put(g.id(), of(List.of(sources.get(g.id()), rules(g)))));
      target
          .values()
          .forEach(g -> nextTargets.put(g.id(), of(List.of(targets.get(g.id()), rules(g)))));
      sources = nextSources;
      targets = nextTargets;
    }

    private Set<?> rules(SourceGroup group) {
      Set<Object> rules = new HashSet<>();
      for (SecurityGroupRule rule : group.rules()) {
        String remote = rule.remoteGroupId();
        CanonicalRule canonical = CanonicalRule.of(rule, remote);
        Object colour = remote == null ? "" : remoteColour(remote);
        if (colour != null && Validity.of(canonical)) {
          rules.add(List.of(canonical.withoutRemoteGroup(), colour));
        }
      }
      return rules;
    }

    /** Null for a group that is not carried over: a rule that names it is withheld. */
    private Object remoteColour(String remote) {
      return fixed.containsKey(remote) ? fixed.get(remote) : sources.get(remote);
    }

    private Set<?> rules(PresentGroup group) {
      Set<Object> rules = new HashSet<>();
      for (PresentGroup.PresentRule rule : group.rules()) {
        CanonicalRule c = rule.canonical();
        Object colour =
            targets.containsKey(c.remoteGroupId())
                ? targets.get(c.remoteGroupId())
                : c.remoteGroupId();
        if (Validity.of(c)) {
          rules.add(List.of(c.withoutRemoteGroup(), colour));
        }
      }
      return rules;
    }
  }
}
