package org.cloudtransfer.conformance;

import java.util.UUID;
import org.cloudtransfer.resource.SecurityGroupRule;

/** A rule as the source has it; immutable, each method gives a changed copy. */
record RuleOf(
    String direction,
    String ethertype,
    String protocol,
    Integer from,
    Integer to,
    String prefix,
    String remoteGroup,
    String project,
    String description) {

  static RuleOf ingress() {
    return new RuleOf("ingress", "IPv4", null, null, null, null, null, null, "");
  }

  static RuleOf egress() {
    return new RuleOf("egress", "IPv4", null, null, null, null, null, null, "");
  }

  RuleOf ipv6() {
    return new RuleOf(
        direction, "IPv6", protocol, from, to, prefix, remoteGroup, project, description);
  }

  RuleOf tcp(int port) {
    return protocol("tcp", port, port);
  }

  RuleOf protocol(String name, Integer first, Integer last) {
    return new RuleOf(
        direction, ethertype, name, first, last, prefix, remoteGroup, project, description);
  }

  RuleOf prefix(String cidr) {
    return new RuleOf(
        direction, ethertype, protocol, from, to, cidr, remoteGroup, project, description);
  }

  /** From or to the members of a group, by its ID in the source. */
  RuleOf group(String id) {
    return new RuleOf(direction, ethertype, protocol, from, to, prefix, id, project, description);
  }

  /** Owned by another project than its group. */
  RuleOf ownedBy(String id) {
    return new RuleOf(
        direction, ethertype, protocol, from, to, prefix, remoteGroup, id, description);
  }

  RuleOf described(String text) {
    return new RuleOf(direction, ethertype, protocol, from, to, prefix, remoteGroup, project, text);
  }

  SecurityGroupRule row(String group, String groupsProject) {
    return new SecurityGroupRule(
        UUID.randomUUID().toString(),
        group,
        project == null ? groupsProject : project,
        direction,
        ethertype,
        protocol,
        from,
        to,
        prefix,
        remoteGroup,
        description);
  }
}
