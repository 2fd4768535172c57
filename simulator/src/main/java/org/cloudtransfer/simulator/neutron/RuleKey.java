package org.cloudtransfer.simulator.neutron;

import java.util.Set;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;

/**
 * What two rules must have in common to be one and the same: the protocol by its number, no
 * description. Whether 0.0.0.0/0, ::/0 and no prefix at all are the same depends on the release
 * (yes since Newton 9.4.0, Ocata 10.0.1, Pike).
 */
record RuleKey(
    String groupId,
    String direction,
    String ethertype,
    int protocol,
    Integer portRangeMin,
    Integer portRangeMax,
    String prefix,
    String remoteGroupId) {
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0/0", "::/0");
  private static final int ANY = -1;

  static RuleKey of(SecurityGroupRule rule, Protocols protocols, boolean anywhereIsNone) {
    String prefix = rule.remoteIpPrefix();
    boolean none = prefix == null || anywhereIsNone && ANYWHERE.contains(prefix);
    return new RuleKey(
        rule.securityGroupId(),
        rule.direction(),
        rule.ethertype(),
        rule.protocol() == null ? ANY : protocols.number(rule.protocol()),
        rule.portRangeMin(),
        rule.portRangeMax(),
        none ? "" : prefix,
        rule.remoteGroupId());
  }
}
