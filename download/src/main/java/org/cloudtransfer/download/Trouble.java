package org.cloudtransfer.download;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;

/**
 * What about a row may give trouble on the way to a new cloud. Every sentence is about several rows
 * ("they"), because rows with the same trouble are reported together.
 */
final class Trouble {
  private static final int MYSQL_TEXT_BYTES = 65535;
  private static final Pattern KEYPAIR_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9 _-]{0,254}");

  private static final Set<String> TCP_UDP = Set.of("tcp", "6", "udp", "17");

  private Trouble() {}

  static Stream<String> of(Object row) {
    if (row instanceof Keypair keypair) {
      return of(keypair);
    }
    if (row instanceof NovaQuota quota) {
      return limit(quota.hardLimit());
    }
    if (row instanceof NeutronQuota quota) {
      return limit(quota.limit());
    }
    if (row instanceof CinderQuota quota) {
      return limit(quota.hardLimit());
    }
    if (row instanceof SecurityGroup group) {
      return of(group);
    }
    return row instanceof SecurityGroupRule rule ? of(rule) : Stream.empty();
  }

  private static Stream<String> of(Keypair keypair) {
    String key = keypair.publicKey() == null ? "" : keypair.publicKey();
    return Stream.of(
            when(
                key.isBlank(),
                "they have no public key: upload leaves them out, because Nova would make new ones"),
            when(
                key.getBytes(StandardCharsets.UTF_8).length > MYSQL_TEXT_BYTES,
                "their public key is longer than MySQL's text columns"),
            when(
                key.startsWith("ssh-ed25519") || key.startsWith("sk-"),
                "their key type is refused by clouds with an old cryptography library (Newton)"),
            when(
                !KEYPAIR_NAME.matcher(keypair.name()).matches() || keypair.name().endsWith(" "),
                "their name is refused by Nova: letters, digits, blank, _ and - are allowed"))
        .flatMap(s -> s);
  }

  private static Stream<String> limit(Integer limit) {
    if (limit == null) {
      return Stream.of("their limit is NULL, which no API can set");
    }
    return when(limit < -1, "their limit is below -1, which no API accepts");
  }

  private static Stream<String> of(SecurityGroup group) {
    boolean reserved = "default".equalsIgnoreCase(group.name()) && !group.isDefault();
    return Stream.of(
            when(group.name() == null, "they have no name"),
            when(reserved, "they are called default without being it: Neutron refuses that name"))
        .flatMap(s -> s);
  }

  private static Stream<String> of(SecurityGroupRule rule) {
    boolean ports = rule.portRangeMin() != null || rule.portRangeMax() != null;
    boolean both = rule.remoteIpPrefix() != null && rule.remoteGroupId() != null;
    return Stream.of(
            when(both, "they name an address range and a group as the other side"),
            when(ports && rule.protocol() == null, "they have ports without a protocol"),
            when(isPortZero(rule), "they open port 0, which Neutron refuses from Mitaka on"),
            when(
                isNegative(rule),
                "they have a negative port, which no packet has: upload leaves them out"),
            when(isReversed(rule), "their first port is above the last"))
        .flatMap(s -> s);
  }

  private static boolean isPortZero(SecurityGroupRule rule) {
    return isTcpOrUdp(rule) && Objects.equals(rule.portRangeMin(), 0);
  }

  /** Elsewhere, as for ICMP, -1 was nova-network's word for any. */
  private static boolean isNegative(SecurityGroupRule rule) {
    return isTcpOrUdp(rule)
        && Stream.of(rule.portRangeMin(), rule.portRangeMax())
            .anyMatch(port -> port != null && port < 0);
  }

  private static boolean isTcpOrUdp(SecurityGroupRule rule) {
    return rule.protocol() != null && TCP_UDP.contains(rule.protocol().toLowerCase(Locale.ROOT));
  }

  private static boolean isReversed(SecurityGroupRule rule) {
    boolean icmp = String.valueOf(rule.protocol()).contains("icmp");
    return !icmp
        && rule.portRangeMin() != null
        && rule.portRangeMax() != null
        && rule.portRangeMin() > rule.portRangeMax();
  }

  private static Stream<String> when(boolean holds, String text) {
    return holds ? Stream.of(text) : Stream.empty();
  }
}
