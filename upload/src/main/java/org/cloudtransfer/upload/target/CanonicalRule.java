package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * A rule as the target understands it: two rules are the same to it if their canonical forms are
 * equal. The forms are those of Newton 9.4 to today (neutron, db/securitygroups_db.py): protocols
 * by number, no remote and {@code 0.0.0.0/0} alike, all ports of TCP or UDP as no range, ICMP under
 * IPv6 as ICMPv6. Descriptions do not count. Host bits of a prefix do: Neutron keeps them.
 *
 * @param protocol number as text; empty for any
 * @param portRangeMin null for none
 * @param remoteIpPrefix empty for any; for a group of addresses {@code addresses:} and its ID
 * @param remoteGroupId the target's ID; empty for none
 */
record CanonicalRule(
    String direction,
    String ethertype,
    String protocol,
    Integer portRangeMin,
    Integer portRangeMax,
    String remoteIpPrefix,
    String remoteGroupId) {

  /** IANA's numbers of the names that some release of Neutron knows (neutron-lib, constants.py). */
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("any", ""),
          Map.entry("hopopt", "0"),
          Map.entry("icmp", "1"),
          Map.entry("igmp", "2"),
          Map.entry("ipip", "4"),
          Map.entry("ip", "0"),
          Map.entry("tcp", "6"),
          Map.entry("egp", "8"),
          Map.entry("udp", "17"),
          Map.entry("dccp", "33"),
          Map.entry("ipv6-encap", "41"),
          Map.entry("ipv6-route", "43"),
          Map.entry("ipv6-frag", "44"),
          Map.entry("rsvp", "46"),
          Map.entry("gre", "47"),
          Map.entry("esp", "50"),
          Map.entry("ah", "51"),
          Map.entry("icmpv6", "58"),
          Map.entry("ipv6-icmp", "58"),
          Map.entry("ipv6-nonxt", "59"),
          Map.entry("ipv6-opts", "60"),
          Map.entry("ospf", "89"),
          Map.entry("vrrp", "112"),
          Map.entry("pgm", "113"),
          Map.entry("sctp", "132"),
          Map.entry("udplite", "136"));

  /** Without leading zeros: octal to some. */
  static final String FOUR = "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){3}";

  static final String SIX = "[0-9a-fA-F.]*:[0-9a-fA-F:.]*";

  /** Of the other family it is refused, and not the same as anything. */
  private static final Map<String, String> EVERYWHERE =
      Map.of("ipv4", "0.0.0.0/0", "ipv6", "0:0:0:0:0:0:0:0/0");

  private static final String TCP = "6";
  private static final String UDP = "17";
  private static final String ICMP = "1";
  private static final String ICMPV6 = "58";
  private static final int PORT_MAX = 65535;

  /** TCP, UDP, DCCP, SCTP, UDP-Lite. */
  private static final Set<String> PORTED = Set.of(TCP, UDP, "33", "132", "136");

  /**
   * @param remoteGroupId the target's ID of the rule's remote group; null if it has none
   */
  static CanonicalRule of(SecurityGroupRule rule, String remoteGroupId) {
    return of(
        rule.direction(),
        rule.ethertype(),
        rule.protocol(),
        rule.portRangeMin(),
        rule.portRangeMax(),
        rule.remoteIpPrefix(),
        remoteGroupId);
  }

  /** From a rule as Neutron shows it. */
  static CanonicalRule of(JsonNode rule) {
    return of(
        rule.path("direction").asText(),
        rule.path("ethertype").asText(),
        text(rule, "protocol"),
        number(rule, "port_range_min"),
        number(rule, "port_range_max"),
        remotePrefix(rule),
        text(rule, "remote_group_id"));
  }

  /** A group of addresses, as since Wallaby, is no prefix, and not anywhere either. */
  private static String remotePrefix(JsonNode rule) {
    String addresses = text(rule, "remote_address_group_id");
    return addresses == null ? text(rule, "remote_ip_prefix") : "addresses:" + addresses;
  }

  private static CanonicalRule of(
      String direction,
      String ethertype,
      String protocol,
      Integer min,
      Integer max,
      String prefix,
      String group) {
    String family = word(ethertype);
    String number = protocol(protocol, family);
    boolean ported = PORTED.contains(number);
    boolean all = ported && Objects.equals(min, 1) && Objects.equals(max, PORT_MAX);
    return new CanonicalRule(
        word(direction),
        family,
        number,
        all ? null : port(min, ported),
        all ? null : port(max, ported),
        prefix(prefix, family),
        Objects.requireNonNullElse(group, "").intern());
  }

  /** One text for all rules that have it, for there may be a million. */
  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT).intern();
  }

  private static String protocol(String protocol, String family) {
    String text = protocol == null ? "" : protocol.strip().toLowerCase(Locale.ROOT);
    String number = NUMBERS.getOrDefault(text, text.replaceFirst("^0+(?=\\d+$)", ""));
    return number.equals(ICMP) && family.equals("ipv6") ? ICMPV6 : number;
  }

  /** Databases that once were nova-network's may hold -1 for any type or code, or for no ports. */
  private static Integer port(Integer port, boolean ported) {
    return port != null && !ported && port < 0 ? null : port;
  }

  private static String prefix(String prefix, String family) {
    if (prefix == null || prefix.isBlank()) {
      return "";
    }
    if (prefix.startsWith("addresses:")) {
      return prefix;
    }
    String canonical = Prefix.canonical(prefix).intern();
    return canonical.equals(EVERYWHERE.get(family)) ? "" : canonical;
  }

  private static String text(JsonNode rule, String field) {
    return rule.path(field).isNull() ? null : rule.path(field).asText(null);
  }

  private static Integer number(JsonNode rule, String field) {
    return rule.path(field).isIntegralNumber() ? rule.path(field).asInt() : null;
  }

  /** Liberty took port 0 of TCP and UDP; from Mitaka on it is refused. */
  boolean beginsAtPortZero() {
    boolean ports = protocol.equals(TCP) || protocol.equals(UDP);
    return ports && portRangeMin != null && portRangeMin == 0;
  }

  /** No packet has such a port: without it the rule would admit every port. */
  boolean hasNegativePort() {
    return portRangeMin != null && portRangeMin < 0 || portRangeMax != null && portRangeMax < 0;
  }

  /** As an archive of format 0 may have it: for whom the rule is meant is unknown. */
  boolean hasNoDirection() {
    return direction.isEmpty() || ethertype.isEmpty();
  }

  CanonicalRule withoutRemoteGroup() {
    return new CanonicalRule(
        direction, ethertype, protocol, portRangeMin, portRangeMax, remoteIpPrefix, "");
  }

  /** Whether it lets everything out: what Neutron adds to a new group. */
  boolean isOpenEgress() {
    return direction.equals("egress")
        && protocol.isEmpty()
        && remoteIpPrefix.isEmpty()
        && remoteGroupId.isEmpty();
  }

  /** As a person reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(direction + " " + ethertype);
    text.append(protocol.isEmpty() ? " any protocol" : " protocol " + protocol);
    if (portRangeMin != null || portRangeMax != null) {
      text.append(" ").append(portRangeMin).append("-").append(portRangeMax);
    }
    if (!remoteGroupId.isEmpty()) {
      return text + " group " + remoteGroupId;
    }
    return text + (remoteIpPrefix.isEmpty() ? " anywhere" : " " + remoteIpPrefix);
  }
}
