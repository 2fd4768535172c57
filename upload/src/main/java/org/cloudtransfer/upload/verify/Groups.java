package org.cloudtransfer.upload.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.plan.Policies.DefaultGroups;
import org.cloudtransfer.upload.verify.Verdict.Result;

/**
 * Compares security groups: each group with its counterpart, which the journal tells or, without
 * one, name and content; its rules; and whether there is a second one like it.
 */
final class Groups {
  private final Question question;
  private final Map<String, SecurityGroup> archive = new LinkedHashMap<>();
  private final Map<String, List<SecurityGroupRule>> rules = new HashMap<>();

  Groups(Question question) {
    this.question = question;
    question.rows().unnarrowed(SecurityGroup.TABLE).forEach(g -> archive.put(g.id(), g));
    for (SecurityGroupRule rule : question.rows().unnarrowed(SecurityGroupRule.TABLE)) {
      rules.computeIfAbsent(rule.securityGroupId(), id -> new ArrayList<>()).add(rule);
    }
  }

  void compare(Comparison comparison) {
    Map<String, List<SecurityGroupRule>> asked = asked();
    GroupListing listing = GroupListing.read(question, projects(asked.keySet()));
    Map<String, String> known = known(listing);
    List<SecurityGroup> open = new ArrayList<>();
    archive.values().stream().filter(g -> isOpen(g, known)).forEach(open::add);
    Pairing pairing = new Pairing(question, known, open, rules, strangers(listing, known));
    Map<String, String> pairs = new HashMap<>(known);
    pairs.putAll(pairing.pairs());
    Set<SecurityGroup> wanted = new HashSet<>(question.of(SecurityGroup.TABLE));
    asked.forEach(
        (id, some) -> {
          SecurityGroup group = archive.get(id);
          if (group == null) {
            some.forEach(
                rule ->
                    comparison.add(rule.key(), Result.WITHHELD, "its group is not in the archive"));
          } else {
            ShownGroup shown = listing.groups().get(pairs.getOrDefault(id, ""));
            judge(group, wanted.contains(group), some, shown, listing, pairs, comparison);
          }
        });
    Twins.note(question, wanted, listing, pairs, pairing.twins(), comparison);
  }

  /**
   * The rules to compare, by group, for all groups of which something is to be compared. Rules
   * belong to nobody by themselves: they are selected with their group.
   */
  private Map<String, List<SecurityGroupRule>> asked() {
    Map<String, List<SecurityGroupRule>> asked = new LinkedHashMap<>();
    for (SecurityGroup group : question.rows().of(SecurityGroup.TABLE)) {
      List<SecurityGroupRule> some =
          rules.getOrDefault(group.id(), List.of()).stream()
              .filter(rule -> question.asked().test(rule.key()))
              .toList();
      if (!some.isEmpty() || question.asked().test(group.key())) {
        asked.put(group.id(), some);
      }
    }
    question.of(SecurityGroupRule.TABLE).stream()
        .map(SecurityGroupRule::securityGroupId)
        .filter(id -> !archive.containsKey(id))
        .forEach(id -> asked.put(id, rules.get(id)));
    return asked;
  }

  /** Of the groups, and of those that their rules name; with the number of their rules. */
  private Map<String, Integer> projects(Set<String> groups) {
    Set<String> all = new HashSet<>(groups);
    for (String id : groups) {
      rules.getOrDefault(id, List.of()).forEach(rule -> all.add(rule.remoteGroupId()));
    }
    Map<String, Integer> projects = new HashMap<>();
    all.stream()
        .map(archive::get)
        .filter(group -> group != null && question.identities().hasProject(group.projectId()))
        .forEach(
            group ->
                projects.merge(
                    question.project(group),
                    rules.getOrDefault(group.id(), List.of()).size(),
                    Integer::sum));
    return projects;
  }

  private Map<String, String> known(GroupListing listing) {
    Map<String, String> defaults = new HashMap<>();
    for (ShownGroup group : listing.groups().values()) {
      if (group.name().equals("default")) {
        defaults.put(group.project(), group.id());
      }
    }
    Map<String, String> known = new HashMap<>();
    for (SecurityGroup group : archive.values()) {
      Optional<String> made = question.ledger().id(group.key());
      String there = made.orElse(group.isDefault() ? defaults.get(question.project(group)) : null);
      if (there != null && listing.groups().containsKey(there)) {
        known.put(group.id(), there);
      }
    }
    return known;
  }

  /** Whether it has to be looked for by name and content. */
  private boolean isOpen(SecurityGroup group, Map<String, String> known) {
    return !known.containsKey(group.id())
        && !group.isDefault()
        && question.ledger().id(group.key()).isEmpty();
  }

  private static List<ShownGroup> strangers(GroupListing listing, Map<String, String> known) {
    Set<String> paired = new HashSet<>(known.values());
    return listing.groups().values().stream()
        .filter(group -> !paired.contains(group.id()) && !group.name().equals("default"))
        .toList();
  }

  private void judge(
      SecurityGroup group,
      boolean groupAsked,
      List<SecurityGroupRule> some,
      ShownGroup shown,
      GroupListing listing,
      Map<String, String> pairs,
      Comparison comparison) {
    Optional<Verdict> reason = absence(group, shown, listing);
    if (reason.isPresent()) {
      if (groupAsked) {
        comparison.add(group.key(), reason.get().result(), reason.get().reason());
      }
      String why = "its group " + group.name() + ": " + reason.get().reason();
      some.forEach(rule -> comparison.add(rule.key(), reason.get().result(), why));
      return;
    }
    if (groupAsked) {
      Optional<String> difference = difference(group, shown);
      comparison.add(
          group.key(),
          difference.isPresent() ? Result.DIFFERENT : Result.SAME,
          difference.orElse(""));
    }
    new GroupRules(
            question, archive, pairs, group, rules.getOrDefault(group.id(), List.of()), shown)
        .compare(some, groupAsked, comparison);
  }

  /** Why there is nothing to compare a group with; empty if there is. */
  private Optional<Verdict> absence(SecurityGroup group, ShownGroup shown, GroupListing listing) {
    if (group.projectId().isEmpty()) {
      return verdict(group, Result.WITHHELD, "the archive does not tell its project");
    }
    if (!question.identities().hasProject(group.projectId())) {
      return verdict(
          group, Result.WITHHELD, "the project " + group.projectId() + " is not in the target");
    }
    if (group.isDefault() && question.policies().defaultGroups() == DefaultGroups.SKIP) {
      return verdict(group, Result.EXEMPT, "--default-groups skip leaves it alone");
    }
    if (shown != null) {
      return Optional.empty();
    }
    if (!group.isDefault() && "default".equalsIgnoreCase(group.name())) {
      return verdict(group, Result.WITHHELD, "no group but a project's default has that name");
    }
    return Boolean.FALSE.equals(group.stateful()) && !listing.stateless()
        ? verdict(group, Result.WITHHELD, "the target knows no stateless groups")
        : verdict(group, Result.MISSING, Reasons.missing(question.ledger(), group.key()));
  }

  private static Optional<Verdict> verdict(SecurityGroup group, Result result, String reason) {
    return Optional.of(new Verdict(group.key(), result, reason, ""));
  }

  /** Name and description of a default group are the target's own. */
  private Optional<String> difference(SecurityGroup group, ShownGroup shown) {
    List<Object> wanted = Pairing.traits(group, question);
    List<Object> there = Pairing.traits(shown);
    List<String> names = List.of("project", "name", "description", "stateful");
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean own = group.isDefault() && i > 0 && i < 3;
      if (!own && !Objects.equals(wanted.get(i), there.get(i))) {
        differences.add(
            "its " + names.get(i) + " is '" + there.get(i) + "', not '" + wanted.get(i) + "'");
      }
    }
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
  }
}
