package org.cloudtransfer.upload.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * What a rule lets through, whatever its spelling; all but the group that it names.
 *
 * @param protocol the number where it has a name; {@code any}
 * @param range first and last port, or type and code; {@code any}
 * @param net the network, without host bits; {@code any}
 */
record Shape(String direction, String family, String protocol, String range, String net) {
  private static final String ANY = "any";

  /** Not with leading zeros, which are octal to some. */
  private static final String NUMBER = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** By IANA; {@code ip} is 0 to Neutron and means the same as any (neutron-lib, constants.py). */
  private static final Map<String, Integer> PROTOCOLS =
      Map.ofEntries(
          Map.entry("hopopt", 0),
          Map.entry("ip", 0),
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("ipip", 4),
          Map.entry("tcp", 6),
          Map.entry("egp", 8),
          Map.entry("udp", 17),
          Map.entry("dccp", 33),
          Map.entry("ipv6-encap", 41),
          Map.entry("ipv6-route", 43),
          Map.entry("ipv6-frag", 44),
          Map.entry("rsvp", 46),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("icmpv6", 58),
          Map.entry("ipv6-icmp", 58),
          Map.entry("ipv6-nonxt", 59),
          Map.entry("ipv6-opts", 60),
          Map.entry("ospf", 89),
          Map.entry("vrrp", 112),
          Map.entry("pgm", 113),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136));

  /** TCP, UDP, DCCP, SCTP, UDP-Lite; of others, -1 says in databases of old that there is none. */
  private static final Set<String> PORTED = Set.of("6", "17", "33", "132", "136");

  static Shape of(SecurityGroupRule rule) {
    return of(
        rule.direction(),
        rule.ethertype(),
        rule.protocol(),
        rule.portRangeMin(),
        rule.portRangeMax(),
        rule.remoteIpPrefix());
  }

  /** From a rule as Neutron shows it. */
  static Shape of(JsonNode rule) {
    return of(
        rule.path("direction").asText(),
        rule.path("ethertype").asText(),
        rule.hasNonNull("protocol") ? rule.get("protocol").asText() : null,
        rule.hasNonNull("port_range_min") ? rule.get("port_range_min").asInt() : null,
        rule.hasNonNull("port_range_max") ? rule.get("port_range_max").asInt() : null,
        rule.hasNonNull("remote_ip_prefix") ? rule.get("remote_ip_prefix").asText() : null);
  }

  private static Shape of(
      String direction, String ethertype, String protocol, Integer from, Integer to, String net) {
    String family = ethertype.toLowerCase(Locale.ROOT);
    String number = protocol(protocol, family);
    return new Shape(
        direction.toLowerCase(Locale.ROOT),
        family,
        number,
        range(number, from, to),
        net(net, family));
  }

  private static String protocol(String protocol, String family) {
    String name = protocol == null ? "" : protocol.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals(ANY)) {
      return ANY;
    }
    String number =
        PROTOCOLS.containsKey(name)
            ? PROTOCOLS.get(name).toString()
            : name.matches("\\d{1,3}") ? String.valueOf(Integer.parseInt(name)) : name;
    return number.equals("1") && family.equals("ipv6") ? "58" : number;
  }

  private static String range(String protocol, Integer from, Integer to) {
    boolean icmp = protocol.equals("1") || protocol.equals("58");
    if (icmp) {
      return from == null || from < 0 ? ANY : from + "/" + (to == null || to < 0 ? ANY : to);
    }
    if (!PORTED.contains(protocol)) {
      boolean none = (from == null || from < 0) && (to == null || to < 0);
      return none ? ANY : from + "-" + to;
    }
    return range(from, to);
  }

  private static String range(Integer from, Integer to) {
    boolean all =
        from == null && to == null || from != null && to != null && from == 1 && to == 65535;
    return all ? ANY : from + "-" + to;
  }

  /** As it is written if it is no address, or one of the other family. */
  private static String net(String prefix, String family) {
    String[] parts = prefix == null ? new String[] {""} : prefix.strip().split("/", 2);
    if (parts[0].isEmpty()) {
      return ANY;
    }
    try {
      if (parts[0].contains(":") != family.equals("ipv6")) {
        return prefix.strip();
      }
      byte[] address = address(parts[0]);
      int length = parts.length == 2 ? length(parts[1], address.length) : address.length * 8;
      int host = address.length * 8 - length;
      BigInteger network = new BigInteger(1, address).shiftRight(host).shiftLeft(host);
      return length == 0 ? ANY : network.toString(16) + "/" + length;
    } catch (UnknownHostException | ArithmeticException | NumberFormatException e) {
      return prefix.strip();
    }
  }

  /** A number of bits, or a mask of ones before zeros, or of zeros before ones. */
  private static int length(String text, int bytes) throws UnknownHostException {
    if (text.matches("\\d{1,3}")) {
      return Integer.parseInt(text);
    }
    byte[] mask = address(text);
    String bits = new BigInteger(1, mask).setBit(mask.length * 8).toString(2).substring(1);
    if (mask.length != bytes || !bits.matches("1*0*|0*1*")) {
      throw new NumberFormatException(text);
    }
    return (int) bits.chars().filter(bit -> bit == bits.charAt(0)).count();
  }

  /** As Neutron completes it, of a name without asking anybody. */
  private static byte[] address(String literal) throws UnknownHostException {
    boolean four = literal.matches(NUMBER + "(\\." + NUMBER + "){0,3}");
    if (!four && !literal.matches("[0-9a-fA-F.]*:[0-9a-fA-F:.]*")) {
      throw new UnknownHostException(literal);
    }
    long dots = literal.chars().filter(c -> c == '.').count();
    return InetAddress.getByName(four ? literal + ".0".repeat(3 - (int) dots) : literal)
        .getAddress();
  }

  /** The same, sharing its texts with others: for those that are kept by the million. */
  Shape shared() {
    return new Shape(
        direction.intern(), family.intern(), protocol.intern(), range.intern(), net.intern());
  }

  /** Ports of TCP and UDP from 0 on, which Neutron has refused since Mitaka; negative ones. */
  boolean hasNoSuchPort() {
    return (protocol.equals("6") || protocol.equals("17")) && range.startsWith("0-")
        || PORTED.contains(protocol) && (range.startsWith("-") || range.contains("--"));
  }
}
