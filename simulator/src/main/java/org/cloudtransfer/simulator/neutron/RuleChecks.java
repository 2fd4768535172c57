package org.cloudtransfer.simulator.neutron;

import java.util.Objects;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;

/** Whether a rule makes sense (neutron/db/securitygroups_db.py, _validate_security_group_rule). */
final class RuleChecks {
  private final Network network;
  private final Profile profile;
  private final Protocols protocols;

  RuleChecks(Network network, Profile profile, Protocols protocols) {
    this.network = network;
    this.profile = profile;
    this.protocols = protocols;
  }

  /** The rule in the form in which it is stored: later releases mend some of it. */
  SecurityGroupRule canonical(SecurityGroupRule rule) {
    if (!profile.since(Profile.TRAIN)) {
      return rule;
    }
    boolean wholeRange =
        profile.since(Profile.ZED)
            && Integer.valueOf(1).equals(rule.portRangeMin())
            && Integer.valueOf(65535).equals(rule.portRangeMax());
    return new SecurityGroupRule(
        rule.id(),
        rule.projectId(),
        rule.securityGroupId(),
        rule.direction(),
        rule.ethertype(),
        icmpForIpv6(rule),
        wholeRange ? null : rule.portRangeMin(),
        wholeRange ? null : rule.portRangeMax(),
        rule.remoteIpPrefix(),
        rule.remoteGroupId(),
        rule.description(),
        rule.createdAt());
  }

  private static String icmpForIpv6(SecurityGroupRule rule) {
    String protocol = rule.protocol();
    if (protocol == null || !rule.ethertype().equals("IPv6")) {
      return protocol;
    }
    return switch (protocol) {
      case "icmp", "icmpv6" -> "ipv6-icmp";
      case "1" -> "58";
      default -> protocol;
    };
  }

  /** Refuses what makes no sense; {@code call} says which groups are in sight. */
  void check(NeutronCall call, SecurityGroupRule rule) {
    checkPorts(rule);
    checkPrefix(rule);
    checkFamily(rule);
    if (rule.remoteIpPrefix() != null && rule.remoteGroupId() != null) {
      throw twoRemotes();
    }
    if (rule.remoteGroupId() != null) {
      checkGroup(call, rule.remoteGroupId());
    }
    checkGroup(call, rule.securityGroupId());
  }

  private RuntimeException twoRemotes() {
    return profile.since(Profile.ZED)
        ? NeutronFault.of(
            400,
            "SecurityGroupMultipleRemoteEntites",
            "Only one of remote_ip_prefix or remote_group_id or remote_address_group_id may be provided.")
        : NeutronFault.of(
            400,
            "SecurityGroupRemoteGroupAndRemoteIpPrefix",
            "Only remote_ip_prefix or remote_group_id may be provided.");
  }

  private void checkGroup(NeutronCall call, String id) {
    network
        .group(id)
        .map(SecurityGroup::projectId)
        .filter(call::mayTouch)
        .orElseThrow(() -> NeutronFault.noGroup(id));
  }

  private void checkPorts(SecurityGroupRule rule) {
    if (rule.portRangeMin() == null && rule.portRangeMax() == null) {
      return;
    }
    if (rule.protocol() == null) {
      throw NeutronFault.of(
          400,
          "SecurityGroupProtocolRequiredWithPorts",
          "Must also specify protocol if port range is given.");
    }
    int number = protocols.number(rule.protocol());
    if (protocols.hasPorts(rule.protocol())) {
      checkRange(rule.portRangeMin(), rule.portRangeMax());
    } else if (Protocols.isIcmp(number)) {
      checkIcmp(rule);
    } else if (refusesPorts(rule)) {
      throw NeutronFault.of(
          400,
          "SecurityGroupInvalidProtocolForPort",
          "Ports cannot be specified for protocol %d. Ports are only supported for DCCP, SCTP, TCP, UDP, UDPLITE."
              .formatted(number));
    }
  }

  /** From Pike on a range is refused, from Stein on any port is. */
  private boolean refusesPorts(SecurityGroupRule rule) {
    boolean range = !Objects.equals(rule.portRangeMin(), rule.portRangeMax());
    return profile.since(Profile.TRAIN) || profile.since(Profile.PIKE) && range;
  }

  private static void checkRange(Integer minimum, Integer maximum) {
    Integer zero = 0;
    if (zero.equals(minimum) || zero.equals(maximum)) {
      throw RuleAttributes.badPort("0");
    }
    if (minimum == null || maximum == null || minimum > maximum) {
      throw NeutronFault.of(
          400,
          "SecurityGroupInvalidPortRange",
          "For TCP/UDP protocols, port_range_min must be <= port_range_max");
    }
  }

  private static void checkIcmp(SecurityGroupRule rule) {
    checkIcmp("type", "port_range_min", rule.portRangeMin());
    checkIcmp("code", "port_range_max", rule.portRangeMax());
    if (rule.portRangeMin() == null) {
      throw NeutronFault.of(
          400,
          "SecurityGroupMissingIcmpType",
          "ICMP code (port-range-max) %d is provided but ICMP type (port-range-min) is missing."
              .formatted(rule.portRangeMax()));
    }
  }

  private static void checkIcmp(String field, String attribute, Integer value) {
    if (value != null && value > 255) {
      throw NeutronFault.of(
          400,
          "SecurityGroupInvalidIcmpValue",
          "Invalid value for ICMP %s (%s) %d. It must be 0 to 255."
              .formatted(field, attribute, value));
    }
  }

  private static void checkPrefix(SecurityGroupRule rule) {
    String prefix = rule.remoteIpPrefix();
    if (prefix == null) {
      return;
    }
    int version = Cidr.parse(prefix).orElseThrow().version();
    if (!rule.ethertype().equals("IPv" + version)) {
      throw NeutronFault.of(
          400,
          "SecurityGroupRuleParameterConflict",
          "Conflicting value ethertype %s for CIDR %s".formatted(rule.ethertype(), prefix));
    }
  }

  private static void checkFamily(SecurityGroupRule rule) {
    String protocol = rule.protocol();
    if (protocol != null && Protocols.isIpv6Only(protocol) && rule.ethertype().equals("IPv4")) {
      throw NeutronFault.of(
          400,
          "SecurityGroupEthertypeConflictWithProtocol",
          "Invalid ethertype IPv4 for protocol %s.".formatted(protocol));
    }
  }
}
