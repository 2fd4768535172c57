package org.cloudtransfer.upload.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.cloudtransfer.resource.SecurityGroupRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As Neutron of Zed answers (lab). */
class ValidityTest {

  /** DIRECTION ETHERTYPE PROTOCOL MIN MAX PREFIX, with - for nothing. */
  private static boolean isValid(String text) {
    String[] part = text.split(" ");
    return Validity.of(
        CanonicalRule.of(
            new SecurityGroupRule(
                "r",
                "g",
                "p",
                part[0],
                part[1],
                part[2].equals("-") ? null : part[2],
                part[3].equals("-") ? null : Integer.valueOf(part[3]),
                part[4].equals("-") ? null : Integer.valueOf(part[4]),
                part[5].equals("-") ? null : part[5],
                null,
                null),
            null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingress IPv4 - - - -",
        "egress IPv6 - - - ::/0",
        "ingress IPv4 tcp 80 80 10.1.2.3",
        "ingress IPv4 TCP 1 65535 10.1.2.3/24",
        "ingress IPv4 icmp 8 - -",
        "ingress IPv4 icmp -1 -1 -",
        "ingress IPv4 icmp 0 0 -",
        "ingress IPv6 icmpv6 128 0 fe80::1",
        "ingress IPv6 icmp - - -",
        "ingress IPv4 112 - - -",
        "ingress IPv4 255 - - -",
        "ingress IPv4 0 - - -",
        "ingress IPv4 sctp 5 6 -"
      })
  void theseAreTaken(String rule) {
    assertThat(isValid(rule)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sideways IPv4 - - - -",
        "ingress IPv5 - - - -",
        "ingress IPv4 - 80 80 -",
        "ingress IPv4 gre 1 2 -",
        "ingress IPv4 gre 1 65535 -",
        "ingress IPv4 tcp 200 100 -",
        "ingress IPv4 tcp 100 - -",
        "ingress IPv4 tcp - 100 -",
        "ingress IPv4 tcp 0 1 -",
        "ingress IPv4 tcp 70000 70001 -",
        "ingress IPv4 icmp 256 0 -",
        "ingress IPv4 icmp - 3 -",
        "ingress IPv4 icmpv6 - - -",
        "ingress IPv4 58 - - -",
        "ingress IPv4 256 - - -",
        "ingress IPv4 bogus - - -",
        "ingress IPv4 - - - ::/0",
        "ingress IPv6 - - - 10.0.0.0/8",
        "ingress IPv4 - - - garbage",
        "ingress IPv4 - - - 10.0.0.0/33"
      })
  void theseAreRefused(String rule) {
    assertThat(isValid(rule)).isFalse();
  }
}
