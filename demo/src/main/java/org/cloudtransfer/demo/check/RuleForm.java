package org.cloudtransfer.demo.check;

import java.util.Locale;
import java.util.Map;
import org.cloudtransfer.demo.sample.SampleRule;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;

/**
 * What a rule admits, however it is written: protocols by number, a single address with its length,
 * everywhere as none, ICMP type and code -1 (of converted nova-network rules) as any.
 *
 * @param ports text, for the sake of comparing
 * @param remote ID of a group, or ""
 */
record RuleForm(
    String direction,
    String ethertype,
    String protocol,
    String ports,
    String prefix,
    String remote) {
  private static final Map<String, String> PROTOCOLS =
      Map.of("icmp", "1", "tcp", "6", "udp", "17", "icmpv6", "58", "ipv6-icmp", "58");

  static RuleForm of(SampleRule rule, String remote) {
    return of(
        rule.direction(),
        rule.ethertype(),
        rule.protocol(),
        rule.portRangeMin() + "-" + rule.portRangeMax(),
        rule.remoteIpPrefix(),
        remote);
  }

  static RuleForm of(SecurityGroupRule rule) {
    return of(
        rule.direction(),
        rule.ethertype(),
        rule.protocol(),
        rule.portRangeMin() + "-" + rule.portRangeMax(),
        rule.remoteIpPrefix(),
        rule.remoteGroupId());
  }

  private static RuleForm of(
      String direction,
      String ethertype,
      String protocol,
      String ports,
      String prefix,
      String group) {
    return new RuleForm(
        direction,
        ethertype,
        protocol == null ? "any" : PROTOCOLS.getOrDefault(protocol, protocol),
        ports.replace("--1", "-null").replaceFirst("^-1-", "null-"),
        prefix(prefix, ethertype),
        group == null ? "" : group);
  }

  private static String prefix(String prefix, String ethertype) {
    if (prefix == null || prefix.equals("0.0.0.0/0") || prefix.equals("::/0")) {
      return "";
    }
    String length = ethertype.equals("IPv4") ? "/32" : "/128";
    return (prefix.contains("/") ? prefix : prefix + length).toLowerCase(Locale.ROOT);
  }

  RuleForm withRemote(String value) {
    return new RuleForm(direction, ethertype, protocol, ports, prefix, value);
  }
}
