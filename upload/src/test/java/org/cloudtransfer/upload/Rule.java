package org.cloudtransfer.upload;

import org.cloudtransfer.resource.SecurityGroupRule;

/** A rule of the old cloud; anything not said is any. */
record Rule(
    String group,
    String project,
    String direction,
    String ethertype,
    String protocol,
    Integer min,
    Integer max,
    String prefix,
    String remote,
    String description) {

  static Rule ingress(String group) {
    return new Rule(group, null, "ingress", "IPv4", null, null, null, null, null, null);
  }

  static Rule egress(String group) {
    return new Rule(group, null, "egress", "IPv4", null, null, null, null, null, null);
  }

  Rule v6() {
    return new Rule(
        group, project, direction, "IPv6", protocol, min, max, prefix, remote, description);
  }

  Rule tcp(int first, int last) {
    return protocol("tcp").ports(first, last);
  }

  Rule protocol(String name) {
    return new Rule(
        group, project, direction, ethertype, name, min, max, prefix, remote, description);
  }

  Rule ports(Integer first, Integer last) {
    return new Rule(
        group, project, direction, ethertype, protocol, first, last, prefix, remote, description);
  }

  Rule net(String cidr) {
    return new Rule(
        group, project, direction, ethertype, protocol, min, max, cidr, remote, description);
  }

  Rule from(String otherGroup) {
    return new Rule(
        group, project, direction, ethertype, protocol, min, max, prefix, otherGroup, description);
  }

  Rule owner(String id) {
    return new Rule(
        group, id, direction, ethertype, protocol, min, max, prefix, remote, description);
  }

  Rule says(String text) {
    return new Rule(group, project, direction, ethertype, protocol, min, max, prefix, remote, text);
  }

  SecurityGroupRule row(String id) {
    return new SecurityGroupRule(
        id, group, project, direction, ethertype, protocol, min, max, prefix, remote, description);
  }
}
