package org.cloudtransfer.upload.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.plan.Policies.DefaultGroups;
import org.cloudtransfer.upload.verify.ShownGroup.ShownRule;
import org.cloudtransfer.upload.verify.Verdict.Result;

/**
 * Compares the rules of one group, as multisets: what is missing, and what is there beyond. Rules
 * of the archive that mean the same are one rule to Neutron.
 *
 * @param archive all groups, by ID
 * @param pairs target IDs of groups, by source ID
 * @param rules all of the group's
 */
record GroupRules(
    Question question,
    Map<String, SecurityGroup> archive,
    Map<String, String> pairs,
    SecurityGroup group,
    List<SecurityGroupRule> rules,
    ShownGroup shown) {

  /**
   * Judges rules.
   *
   * @param asked those that are to have a verdict
   * @param whole whether to look for what is there beyond, too
   */
  void compare(List<SecurityGroupRule> asked, boolean whole, Comparison comparison) {
    Map<Object, List<ShownRule>> there = new HashMap<>();
    for (ShownRule rule : shown.rules()) {
      there.computeIfAbsent(key(rule), k -> new ArrayList<>()).add(rule);
    }
    asked.forEach(rule -> judge(rule, there, comparison));
    if (whole) {
      rules.forEach(rule -> key(rule).ifPresent(key -> strike(key, there)));
      there.values().forEach(some -> some.forEach(rule -> comparison.add(surplus(rule))));
    }
  }

  private static Object key(ShownRule rule) {
    return List.of(rule.shape(), rule.remote());
  }

  /** Empty if the group that the rule names is not in the target. */
  private Optional<Object> key(SecurityGroupRule rule) {
    String remote = rule.remoteGroupId() == null ? "" : pairs.get(rule.remoteGroupId());
    return remote == null ? Optional.empty() : Optional.of(List.of(Shape.of(rule), remote));
  }

  private static void strike(Object key, Map<Object, List<ShownRule>> there) {
    List<ShownRule> some = there.getOrDefault(key, List.of());
    if (!some.isEmpty()) {
      some.remove(0);
    }
  }

  private void judge(
      SecurityGroupRule rule, Map<Object, List<ShownRule>> there, Comparison comparison) {
    Optional<Object> key = key(rule);
    if (key.isEmpty()) {
      remoteless(rule, comparison);
      return;
    }
    List<ShownRule> some = there.getOrDefault(key.get(), List.of());
    if (some.isEmpty()) {
      absent(rule, comparison);
    } else {
      present(rule, some, comparison);
    }
  }

  private void remoteless(SecurityGroupRule rule, Comparison comparison) {
    SecurityGroup remote = archive.get(rule.remoteGroupId());
    boolean lost = remote == null || !question.identities().hasProject(remote.projectId());
    comparison.add(
        rule.key(),
        lost ? Result.WITHHELD : Result.MISSING,
        "the group " + rule.remoteGroupId() + ", which it names, is not in the target");
  }

  private void absent(SecurityGroupRule rule, Comparison comparison) {
    boolean none = Shape.of(rule).hasNoSuchPort();
    comparison.add(
        rule.key(),
        none ? Result.WITHHELD : Result.MISSING,
        none
            ? "it begins at port 0 or below, which no target takes"
            : Reasons.missing(question.ledger(), rule.key()));
  }

  /** The description counts of a rule that we made; of others it is their owner's. */
  private void present(SecurityGroupRule rule, List<ShownRule> some, Comparison comparison) {
    String made = question.ledger().id(rule.key()).orElse("");
    Optional<String> other =
        some.stream()
            .filter(shownRule -> shownRule.id().equals(made))
            .flatMap(shownRule -> shownRule.description().stream())
            .filter(text -> !text.equals(Objects.requireNonNullElse(rule.description(), "")))
            .findFirst();
    comparison.add(
        rule.key(),
        other.isPresent() ? Result.DIFFERENT : Result.SAME,
        other.map(text -> "its description is '" + text + "'").orElse(""));
  }

  private Surplus surplus(ShownRule rule) {
    boolean before = question.ledger().id(group.key()).isEmpty();
    boolean tolerated =
        group.isDefault() && before && question.policies().defaultGroups() != DefaultGroups.EXACT;
    return new Surplus(group.key(), "a rule that the archive does not have: " + rule, tolerated);
  }
}
