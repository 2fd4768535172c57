package org.cloudtransfer.upload.target;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.upload.target.GroupSituation.Counterparts;

/**
 * The rules of a source group in the target's terms.
 *
 * @param byRule the canonical form of each rule; empty if the group that it names has no
 *     counterpart, for without it the rule would admit everybody
 */
record WantedRules(Map<SecurityGroupRule, Optional<CanonicalRule>> byRule) {

  static WantedRules of(SourceGroup group, Counterparts counterparts) {
    Map<SecurityGroupRule, Optional<CanonicalRule>> byRule = new LinkedHashMap<>();
    for (SecurityGroupRule rule : group.rules()) {
      byRule.put(rule, canonical(rule, counterparts));
    }
    return new WantedRules(byRule);
  }

  private static Optional<CanonicalRule> canonical(
      SecurityGroupRule rule, Counterparts counterparts) {
    return rule.remoteGroupId() == null
        ? Optional.of(CanonicalRule.of(rule, null))
        : counterparts.of(rule.remoteGroupId()).map(remote -> CanonicalRule.of(rule, remote));
  }

  Set<CanonicalRule> canonical() {
    Set<CanonicalRule> all = new LinkedHashSet<>();
    byRule.values().forEach(rule -> rule.ifPresent(all::add));
    return all;
  }
}
