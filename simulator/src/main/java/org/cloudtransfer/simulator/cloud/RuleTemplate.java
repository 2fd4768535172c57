package org.cloudtransfer.simulator.cloud;

import java.util.List;

/**
 * A rule that neutron gives to new groups unasked; since 2023.2 administrators may change them
 * ({@code default-security-group-rules}), before they are the {@link #CLASSIC} ones.
 *
 * @param protocol null for any
 * @param portRangeMin null for none
 * @param portRangeMax null for none
 * @param remoteIpPrefix null for none
 * @param fromItself whether it admits the group itself
 * @param usedInDefault whether a project's default group gets it
 * @param usedInOthers whether other groups get it
 */
public record RuleTemplate(
    String id,
    String direction,
    String ethertype,
    String protocol,
    Integer portRangeMin,
    Integer portRangeMax,
    String remoteIpPrefix,
    boolean fromItself,
    boolean usedInDefault,
    boolean usedInOthers) {

  /** Egress to anywhere for all groups, for default groups ingress from themselves. */
  public static final List<RuleTemplate> CLASSIC =
      List.of(
          any("ingress", "IPv4", true),
          any("egress", "IPv4", false),
          any("ingress", "IPv6", true),
          any("egress", "IPv6", false));

  private static RuleTemplate any(String direction, String ethertype, boolean fromItself) {
    String id = direction + "-" + ethertype;
    return new RuleTemplate(
        id, direction, ethertype, null, null, null, null, fromItself, true, !fromItself);
  }

  boolean isFor(boolean defaultGroup) {
    return defaultGroup ? usedInDefault : usedInOthers;
  }

  SecurityGroupRule rule(SecurityGroup group, String ruleId) {
    return new SecurityGroupRule(
        ruleId,
        group.projectId(),
        group.id(),
        direction,
        ethertype,
        protocol,
        portRangeMin,
        portRangeMax,
        remoteIpPrefix,
        fromItself ? group.id() : null,
        null,
        group.createdAt());
  }
}
