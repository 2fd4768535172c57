package org.cloudtransfer.upload.target;

import java.util.Set;

/**
 * Which rules today's Neutron refuses as invalid, whatever is there (neutron,
 * db/securitygroups_db.py, Stein to today). An older one may take some of them: this tells what a
 * group may lack and be the same all the same, and not what to send.
 */
final class Validity {
  private static final Set<String> ONLY_OF_IPV6 = Set.of("41", "43", "44", "58", "59", "60");
  private static final Set<String> PORTED = Set.of("6", "17", "33", "132", "136");
  private static final Set<String> ICMP = Set.of("1", "58");
  private static final int PORT_MAX = 65535;
  private static final int ICMP_MAX = 255;
  private static final int PROTOCOL_MAX = 255;

  private Validity() {}

  static boolean of(CanonicalRule rule) {
    return hasDirection(rule) && hasProtocol(rule) && hasPorts(rule) && hasPrefix(rule);
  }

  private static boolean hasDirection(CanonicalRule rule) {
    return Set.of("ingress", "egress").contains(rule.direction())
        && Set.of("ipv4", "ipv6").contains(rule.ethertype());
  }

  private static boolean hasProtocol(CanonicalRule rule) {
    String protocol = rule.protocol();
    if (protocol.isEmpty()) {
      return true;
    }
    return protocol.matches("\\d{1,3}")
        && Integer.parseInt(protocol) <= PROTOCOL_MAX
        && !(rule.ethertype().equals("ipv4") && ONLY_OF_IPV6.contains(protocol));
  }

  private static boolean hasPorts(CanonicalRule rule) {
    Integer min = rule.portRangeMin();
    Integer max = rule.portRangeMax();
    if (min == null && max == null) {
      return true;
    }
    if (ICMP.contains(rule.protocol())) {
      return isWithin(0, min, ICMP_MAX) && (max == null || isWithin(0, max, ICMP_MAX));
    }
    return PORTED.contains(rule.protocol())
        && isWithin(1, min, PORT_MAX)
        && isWithin(min, max, PORT_MAX);
  }

  private static boolean isWithin(int least, Integer number, int most) {
    return number != null && least <= number && number <= most;
  }

  private static boolean hasPrefix(CanonicalRule rule) {
    String prefix = rule.remoteIpPrefix();
    if (prefix.isEmpty() || prefix.startsWith("addresses:")) {
      return true;
    }
    boolean six = rule.ethertype().equals("ipv6");
    String[] parts = prefix.split("/", 2);
    return parts[0].matches(six ? CanonicalRule.SIX : CanonicalRule.FOUR)
        && parts[1].matches("\\d{1,3}")
        && Integer.parseInt(parts[1]) <= (six ? 128 : 32)
        && rule.remoteGroupId().isEmpty();
  }
}
