package org.cloudtransfer.simulator.neutron;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.simulator.cloud.Profile;

/** The IP protocols that a rule may name, and what they mean, by release. */
final class Protocols {
  private static final Set<String> IPV6_ONLY =
      Set.of(
          "ipv6-encap",
          "ipv6-frag",
          "ipv6-icmp",
          "icmpv6",
          "ipv6-nonxt",
          "ipv6-opts",
          "ipv6-route",
          "41",
          "44",
          "58",
          "59",
          "60",
          "43");
  private static final Set<Integer> ICMP = Set.of(1, 58);

  private final Map<String, Integer> numbers;
  private final Set<Integer> withPorts;

  Protocols(Profile profile) {
    this.numbers = numbers(profile.since(Profile.TRAIN));
    this.withPorts = profile.since(Profile.TRAIN) ? Set.of(6, 17, 33, 132, 136) : Set.of(6, 17);
  }

  private static Map<String, Integer> numbers(boolean current) {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("ah", 51);
    map.put("dccp", 33);
    map.put("egp", 8);
    map.put("esp", 50);
    map.put("gre", 47);
    if (current) {
      map.put("hopopt", 0);
    }
    map.put("icmp", 1);
    map.put("igmp", 2);
    if (current) {
      map.put("ip", 0);
      map.put("ipip", 4);
    }
    map.put("ipv6-encap", 41);
    map.put("ipv6-frag", 44);
    map.put("ipv6-icmp", 58);
    map.put("icmpv6", 58);
    map.put("ipv6-nonxt", 59);
    map.put("ipv6-opts", 60);
    map.put("ipv6-route", 43);
    map.put("ospf", 89);
    map.put("pgm", 113);
    map.put("rsvp", 46);
    map.put("sctp", 132);
    map.put("tcp", 6);
    map.put("udp", 17);
    map.put("udplite", 136);
    map.put("vrrp", 112);
    return map;
  }

  /** What is stored for what was sent: names in lower case, numbers as text. */
  Optional<String> stored(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (numbers.containsKey(name)) {
      return Optional.of(name);
    }
    boolean isNumber = text.matches("\\d{1,3}") && Integer.parseInt(text) <= 255;
    return isNumber ? Optional.of(String.valueOf(Integer.parseInt(text))) : Optional.empty();
  }

  /** The names as the error message lists them. */
  String list() {
    List<String> names = numbers.keySet().stream().map(n -> "'" + n + "'").toList();
    return names.stream().collect(Collectors.joining(", ", "[None, ", "]"));
  }

  /** The number of a stored protocol. */
  int number(String stored) {
    Integer number = numbers.get(stored);
    return number == null ? Integer.parseInt(stored) : number;
  }

  boolean hasPorts(String stored) {
    return withPorts.contains(number(stored));
  }

  static boolean isIcmp(int number) {
    return ICMP.contains(number);
  }

  static boolean isIpv6Only(String stored) {
    return IPV6_ONLY.contains(stored);
  }
}
