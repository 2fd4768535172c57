package org.cloudtransfer.upload;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule lets through, in the terms of packets: a judge of its own, which shares nothing with
 * the product. A null is any. Port 0 is nobody's port, so all ports are 1 to 65535; where a
 * protocol has no ports they are not looked at (neutron, Liberty:
 * agent/linux/iptables_firewall.py).
 *
 * @param first of the ports, or the ICMP type
 * @param last of the ports, or the ICMP code
 * @param net the remote addresses, first and last
 * @param groups the remote groups, one of which is meant
 */
record Traffic(
    String direction,
    String family,
    Integer protocol,
    Integer first,
    Integer last,
    Net net,
    Set<String> groups) {
  private static final Map<String, Integer> NAMES =
      Map.of("tcp", 6, "udp", 17, "icmp", 1, "icmpv6", 58, "vrrp", 112);

  record Net(BigInteger first, BigInteger last) {
    boolean holds(Net other) {
      return first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }
  }

  /**
   * Reads a rule; empty if it lets nothing through, for it makes no sense.
   *
   * @param groups what the remote group may be called; null for no remote group
   */
  static Optional<Traffic> of(
      String direction,
      String ethertype,
      String protocol,
      Integer min,
      Integer max,
      String prefix,
      Set<String> groups) {
    Integer number = number(protocol, ethertype);
    boolean icmp = number != null && (number == 1 || number == 58);
    boolean ported = number != null && (number == 6 || number == 17);
    Integer first = !ported && (!icmp || min != null && min < 0) ? null : min;
    Integer last = !ported && (!icmp || max != null && max < 0) ? null : max;
    if (!icmp && first != null && last != null && first <= 1 && last == 65535 && first >= 0) {
      first = null;
      last = null;
    }
    boolean lonely = !icmp && (first == null) != (last == null) || first == null && last != null;
    boolean backwards = !icmp && first != null && last != null && (first > last || first < 0);
    Optional<Net> net = net(prefix, ethertype);
    if (lonely || backwards || net.isEmpty() || Integer.valueOf(-1).equals(number)) {
      return Optional.empty();
    }
    return Optional.of(
        new Traffic(
            direction, ethertype.toLowerCase(Locale.ROOT), number, first, last, net.get(), groups));
  }

  /** -1 for what is no protocol. */
  private static Integer number(String protocol, String ethertype) {
    if (protocol == null || protocol.equals("any")) {
      return null;
    }
    String name = protocol.toLowerCase(Locale.ROOT);
    int number = name.matches("\\d+") ? Integer.parseInt(name) : NAMES.getOrDefault(name, -1);
    return number == 1 && ethertype.equals("IPv6") ? 58 : number;
  }

  private static Optional<Net> net(String prefix, String ethertype) {
    boolean six = ethertype.equals("IPv6");
    String text = prefix == null || prefix.isBlank() ? (six ? "::/0" : "0.0.0.0/0") : prefix;
    String[] parts = text.split("/");
    int bits = six ? 128 : 32;
    if (!parts[0].matches("[0-9a-f:.]+") || parts[0].contains(":") != six) {
      return Optional.empty();
    }
    int length = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
    if (length > bits) {
      return Optional.empty();
    }
    BigInteger hosts = BigInteger.TWO.pow(bits - length);
    BigInteger first = address(parts[0]).divide(hosts).multiply(hosts);
    return Optional.of(new Net(first, first.add(hosts).subtract(BigInteger.ONE)));
  }

  private static BigInteger address(String literal) {
    try {
      return new BigInteger(1, InetAddress.getByName(literal).getAddress());
    } catch (UnknownHostException e) {
      throw new AssertionError(literal, e);
    }
  }

  /** Whether everything that another rule lets through is let through by this one. */
  boolean holds(Traffic other) {
    return direction.equals(other.direction)
        && family.equals(other.family)
        && (protocol == null || protocol.equals(other.protocol))
        && holdsPorts(other)
        && net.holds(other.net)
        && (groups == null || other.groups != null && groups.containsAll(other.groups));
  }

  private boolean holdsPorts(Traffic other) {
    boolean icmp = protocol != null && (protocol == 1 || protocol == 58);
    if (icmp) {
      return (first == null || first.equals(other.first))
          && (last == null || last.equals(other.last));
    }
    return first == null || other.first != null && first <= other.first && last >= other.last;
  }
}
