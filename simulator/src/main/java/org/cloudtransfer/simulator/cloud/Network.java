package org.cloudtransfer.simulator.cloud;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What neutron holds: security groups, their rules, quotas of projects. */
public final class Network {

  private final Clock clock;
  private final Shelf<SecurityGroup> groups = new Shelf<>(SecurityGroup::id);
  private final Shelf<SecurityGroupRule> rules = new Shelf<>(SecurityGroupRule::id);
  private final Map<String, String> defaults = new HashMap<>();
  private final Set<String> inUse = new HashSet<>();
  private final Quotas quotas = new Quotas();
  private final Map<String, Map<String, Integer>> usage = new HashMap<>();
  private List<RuleTemplate> templates = RuleTemplate.CLASSIC;

  Network(Clock clock) {
    this.clock = clock;
    groups.index("project", SecurityGroup::projectId);
    rules.index("project", SecurityGroupRule::projectId);
    rules.index("group", SecurityGroupRule::securityGroupId);
    rules.index("remote", r -> r.remoteGroupId() == null ? "" : r.remoteGroupId());
  }

  /** All groups in the order of their creation. */
  public synchronized List<SecurityGroup> groups() {
    return groups.all();
  }

  /** The groups of a project. */
  public synchronized List<SecurityGroup> groups(String projectId) {
    return groups.by("project", projectId);
  }

  /** The groups of a project that have this name. */
  public synchronized List<SecurityGroup> groups(String projectId, String name) {
    return groups(projectId).stream().filter(g -> g.name().equals(name)).toList();
  }

  /** One group. */
  public synchronized Optional<SecurityGroup> group(String id) {
    return groups.get(id);
  }

  /** The default group of a project, if it has come into being. */
  public synchronized Optional<SecurityGroup> defaultGroup(String projectId) {
    return Optional.ofNullable(defaults.get(projectId)).flatMap(groups::get);
  }

  /** All rules in the order of their creation. */
  public synchronized List<SecurityGroupRule> rules() {
    return rules.all();
  }

  /** The rules in a group. */
  public synchronized List<SecurityGroupRule> rules(String groupId) {
    return rules.by("group", groupId);
  }

  /** The rules that a project owns, which need not be those of its groups. */
  public synchronized List<SecurityGroupRule> rulesOwnedBy(String projectId) {
    return rules.by("project", projectId);
  }

  /** One rule. */
  public synchronized Optional<SecurityGroupRule> rule(String id) {
    return rules.get(id);
  }

  /** How many groups a project has. */
  public synchronized int groupCount(String projectId) {
    return groups.count("project", projectId);
  }

  /** How many rules a project owns. */
  public synchronized int ruleCount(String projectId) {
    return rules.count("project", projectId);
  }

  /** Says which rules new groups get unasked, as {@code default-security-group-rules} does. */
  public synchronized void setTemplates(List<RuleTemplate> some) {
    templates = List.copyOf(some);
  }

  /** Which rules new groups get unasked. */
  public synchronized List<RuleTemplate> templates() {
    return templates;
  }

  /** How many rules a new group gets unasked. */
  public synchronized int automaticRules(boolean defaultGroup) {
    return (int) templates.stream().filter(t -> t.isFor(defaultGroup)).count();
  }

  /** Adds a group as neutron does: with a rule for any egress of either family. */
  public synchronized SecurityGroup addGroup(String projectId, String name, String description) {
    return addGroup(projectId, name, description, true);
  }

  /** Adds a group as neutron does: with a rule for any egress of either family. */
  public synchronized SecurityGroup addGroup(
      String projectId, String name, String description, boolean stateful) {
    SecurityGroup group = newGroup(projectId, name, description, stateful);
    addAutomaticRules(group, false);
    return group;
  }

  private void addAutomaticRules(SecurityGroup group, boolean defaultGroup) {
    for (RuleTemplate template : templates) {
      if (template.isFor(defaultGroup)) {
        rules.put(template.rule(group, UUID.randomUUID().toString()));
      }
    }
  }

  /** The default group of a project, made if there is none: it also admits ingress from itself. */
  public synchronized SecurityGroup ensureDefaultGroup(String projectId) {
    return defaultGroup(projectId).orElseGet(() -> newDefaultGroup(projectId));
  }

  private SecurityGroup newDefaultGroup(String projectId) {
    SecurityGroup group = newGroup(projectId, "default", "Default security group", true);
    addAutomaticRules(group, true);
    defaults.put(projectId, group.id());
    return group;
  }

  private SecurityGroup newGroup(
      String projectId, String name, String description, boolean stateful) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    SecurityGroup group =
        new SecurityGroup(id, projectId, name, description, stateful, List.of(), 1, now, now);
    groups.put(group);
    return group;
  }

  /** Replaces a group by its new version; counts the revision. */
  public synchronized SecurityGroup change(SecurityGroup group) {
    SecurityGroup touched = group.touched(clock.instant());
    groups.put(touched);
    return touched;
  }

  /** Adds a rule of the group's own project unchecked; {@code null} where the rule says nothing. */
  public synchronized SecurityGroupRule addRule(
      SecurityGroup group,
      String direction,
      String ethertype,
      String protocol,
      Integer portRangeMin,
      Integer portRangeMax,
      String remoteIpPrefix,
      String remoteGroupId) {
    return addRule(
        new SecurityGroupRule(
            null,
            group.projectId(),
            group.id(),
            direction,
            ethertype,
            protocol,
            portRangeMin,
            portRangeMax,
            remoteIpPrefix,
            remoteGroupId,
            "",
            null));
  }

  /** Adds a rule unchecked; an ID and a time are given if they are null. */
  public synchronized SecurityGroupRule addRule(SecurityGroupRule rule) {
    SecurityGroupRule complete =
        new SecurityGroupRule(
            rule.id() == null ? UUID.randomUUID().toString() : rule.id(),
            rule.projectId(),
            rule.securityGroupId(),
            rule.direction(),
            rule.ethertype(),
            rule.protocol(),
            rule.portRangeMin(),
            rule.portRangeMax(),
            rule.remoteIpPrefix(),
            rule.remoteGroupId(),
            rule.description(),
            rule.createdAt() == null ? clock.instant() : rule.createdAt());
    rules.put(complete);
    groups.get(rule.securityGroupId()).ifPresent(this::change);
    return complete;
  }

  /** Deletes a rule; false if there is none. */
  public synchronized boolean removeRule(String id) {
    Optional<SecurityGroupRule> rule = rules.remove(id);
    rule.flatMap(r -> groups.get(r.securityGroupId())).ifPresent(this::change);
    return rule.isPresent();
  }

  /**
   * Deletes a group, its rules, and (as neutron's database does) the rules anywhere that point to
   * it.
   */
  public synchronized void removeGroup(String id) {
    rules.by("group", id).forEach(rule -> rules.remove(rule.id()));
    rules.by("remote", id).forEach(rule -> rules.remove(rule.id()));
    groups.remove(id);
    defaults.values().remove(id);
  }

  /** Says that a port uses this group, so that it cannot be deleted. */
  public synchronized void markInUse(String groupId) {
    inUse.add(groupId);
  }

  /** Whether a port uses this group. */
  public synchronized boolean isInUse(String groupId) {
    return inUse.contains(groupId);
  }

  /** Sets a project's limit. */
  public synchronized void setQuota(String projectId, String resource, int limit) {
    quotas.set(projectId, resource, limit);
  }

  /** The limits that were set for a project. */
  public synchronized Map<String, Integer> quotas(String projectId) {
    return quotas.of(projectId);
  }

  /** All limits, by project. */
  public synchronized Map<String, Map<String, Integer>> quotas() {
    return quotas.all();
  }

  /** Forgets the limits of a project; false if there were none. */
  public synchronized boolean removeQuotas(String projectId) {
    return quotas.remove(projectId);
  }

  /**
   * Says how much of a resource other than groups and rules (network, port, ...) a project has in
   * use.
   */
  public synchronized void use(String projectId, String resource, int amount) {
    usage.computeIfAbsent(projectId, p -> new HashMap<>()).put(resource, amount);
  }

  /** How much of a resource is in use in a project. */
  public synchronized int used(String projectId, String resource) {
    return switch (resource) {
      case "security_group" -> groupCount(projectId);
      case "security_group_rule" -> ruleCount(projectId);
      default -> usage.getOrDefault(projectId, Map.of()).getOrDefault(resource, 0);
    };
  }
}
