package org.cloudtransfer.upload.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** N11: the same rule, spelled otherwise; and rules that look the same and are not. */
class CanonicalRuleTest {

  /** DIRECTION ETHERTYPE PROTOCOL MIN MAX PREFIX, with - for nothing. */
  private static CanonicalRule rule(String text) {
    String[] part = text.strip().split(" +");
    return CanonicalRule.of(
        new SecurityGroupRule(
            "r",
            "g",
            "p",
            part[0],
            part[1],
            text(part[2]),
            number(part[3]),
            number(part[4]),
            text(part[5]),
            null,
            null),
        null);
  }

  private static String text(String part) {
    return part.equals("-") ? null : part;
  }

  private static Integer number(String part) {
    return part.equals("-") ? null : Integer.valueOf(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ingress IPv4 tcp 80 80 -|ingress IPv4 6 80 80 -",
        "ingress IPv4 006 80 80 -|ingress IPv4 tcp 80 80 -",
        "ingress IPv4 TCP 80 80 -|ingress IPv4 tcp 80 80 -",
        "INGRESS ipv4 tcp 80 80 -|ingress IPv4 tcp 80 80 -",
        "ingress IPv4 udp 53 53 -|ingress IPv4 17 53 53 -",
        "ingress IPv4 any - - -|ingress IPv4 - - - -",
        "ingress IPv4 vrrp - - -|ingress IPv4 112 - - -",
        "ingress IPv4 sctp 1 2 -|ingress IPv4 132 1 2 -",
        "ingress IPv4 gre - - -|ingress IPv4 47 - - -",
        "ingress IPv6 icmpv6 - - -|ingress IPv6 ipv6-icmp - - -",
        "ingress IPv6 icmpv6 - - -|ingress IPv6 58 - - -",
        "ingress IPv6 icmp - - -|ingress IPv6 58 - - -",
        "ingress IPv6 1 8 0 -|ingress IPv6 icmpv6 8 0 -",
        "ingress IPv4 icmp -1 -1 -|ingress IPv4 icmp - - -",
        "ingress IPv4 icmp 8 -1 -|ingress IPv4 1 8 - -",
        "ingress IPv4 tcp 1 65535 -|ingress IPv4 tcp - - -",
        "ingress IPv4 - - - 0.0.0.0/0|ingress IPv4 - - - -",
        "ingress IPv6 - - - ::/0|ingress IPv6 - - - -",
        "ingress IPv6 - - - 0::0/0|ingress IPv6 - - - -",
        "ingress IPv4 tcp 22 22 1.2.3.4|ingress IPv4 tcp 22 22 1.2.3.4/32",
        "ingress IPv6 tcp 22 22 fd00::1|ingress IPv6 tcp 22 22 fd00::1/128",
        "ingress IPv6 - - - 2001:DB8::/32|ingress IPv6 - - - 2001:db8:0:0::/32",
        "ingress IPv6 - - - FE80::0001|ingress IPv6 - - - fe80::1/128",
        "ingress IPv4 - - - 10.0.0.0/255.255.0.0|ingress IPv4 - - - 10.0.0.0/16",
        "ingress IPv4 - - - 10.1.2.3/255.0.0.0|ingress IPv4 - - - 10.1.2.3/8",
        "ingress IPv4 - - - 10.0.0.0/0.0.255.255|ingress IPv4 - - - 10.0.0.0/16",
        "ingress IPv4 - - - 10.0.0.1/255.255.255.255|ingress IPv4 - - - 10.0.0.1/32",
        "ingress IPv4 - - - 0.0.0.0/0.0.0.0|ingress IPv4 - - - -",
        "ingress IPv4 - - - 10.0.0.0/08|ingress IPv4 - - - 10.0.0.0/8",
        "ingress IPv4 - - - 10.1/16|ingress IPv4 - - - 10.1.0.0/16",
        "ingress IPv6 - - - fd00::1/ffff:ffff::|ingress IPv6 - - - fd00::1/32",
        "ingress IPv6 - - - fd00::/::ffff|ingress IPv6 - - - fd00::/112"
      })
  void theseAreTheSame(String one, String other) {
    assertThat(rule(one)).isEqualTo(rule(other)).hasSameHashCodeAs(rule(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ingress IPv4 tcp 80 80 -|egress IPv4 tcp 80 80 -",
        "ingress IPv4 - - - 10.1|ingress IPv4 - - - 10.0.0.1",
        "ingress IPv4 tcp 80 80 -|ingress IPv6 tcp 80 80 -",
        "ingress IPv4 tcp 80 80 -|ingress IPv4 udp 80 80 -",
        "ingress IPv4 tcp 80 80 -|ingress IPv4 tcp 80 81 -",
        "ingress IPv4 tcp - - -|ingress IPv4 - - - -",
        "ingress IPv4 tcp 1 65534 -|ingress IPv4 tcp - - -",
        "ingress IPv4 icmp - - -|ingress IPv4 icmp 0 0 -",
        "ingress IPv4 icmp 8 - -|ingress IPv4 icmp 8 0 -",
        "ingress IPv4 icmp - - -|ingress IPv4 icmpv6 - - -",
        "ingress IPv4 gre 1 65535 -|ingress IPv4 gre - - -",
        "ingress IPv4 - 1 65535 -|ingress IPv4 - - - -",
        "ingress IPv4 - - - ::/0|ingress IPv4 - - - -",
        "ingress IPv6 - - - 0.0.0.0/0|ingress IPv6 - - - -",
        "ingress IPv4 - - - 010.0.0.1|ingress IPv4 - - - 10.0.0.1",
        "ingress IPv4 - - - 10.0.0.1/24|ingress IPv4 - - - 10.0.0.0/24",
        "ingress IPv4 - - - 10.0.0.0/8|ingress IPv4 - - - 10.0.0.0/16",
        "ingress IPv4 - - - 10.0.0.0/255.0.255.0|ingress IPv4 - - - 10.0.0.0/16",
        "ingress IPv4 - - - 10.0.0.0/ffff::|ingress IPv4 - - - 10.0.0.0/16",
        "ingress IPv4 - - - 10.0.0.0/0.0.0.0|ingress IPv4 - - - 10.0.0.0/32",
        "ingress IPv4 - - - 300.0.0.0/8|ingress IPv4 - - - 44.0.0.0/8",
        "ingress IPv4 - - - 0.0.0.0/1|ingress IPv4 - - - -",
        "ingress IPv4 - - - 0.0.0.0|ingress IPv4 - - - -",
        "ingress IPv6 - - - ::|ingress IPv6 - - - -",
        "ingress IPv6 - - - ::/1|ingress IPv6 - - - -"
      })
  void theseAreNot(String one, String other) {
    assertThat(rule(one)).isNotEqualTo(rule(other));
  }

  @Test
  void aRemoteGroupIsPartOfIt() {
    SecurityGroupRule rule =
        new SecurityGroupRule("r", "g", "p", "ingress", "IPv4", null, null, null, null, "s", null);

    assertThat(CanonicalRule.of(rule, "t1")).isNotEqualTo(CanonicalRule.of(rule, "t2"));
    assertThat(CanonicalRule.of(rule, "t1")).isNotEqualTo(CanonicalRule.of(rule, null));
  }

  @ParameterizedTest
  @CsvSource({
    "egress IPv4 - - - -, true",
    "egress IPv6 - - - ::/0, true",
    "egress IPv4 tcp - - -, false",
    "ingress IPv4 - - - -, false",
    "egress IPv4 - - - 10.0.0.0/8, false"
  })
  void openEgressIsKnown(String text, boolean open) {
    assertThat(rule(text).isOpenEgress()).isEqualTo(open);
  }

  @Test
  void anOddPrefixIsNoCrash() {
    assertThat(rule("ingress IPv4 - - - not-an-address/8"))
        .isNotEqualTo(rule("ingress IPv4 - - - -"));
    assertThat(rule("ingress IPv6 - - - 1:2:3:4:5:6:7:8:9/64")).isNotNull();
  }

  /** Else a rule for a few addresses would pass for one that admits everybody. */
  @Test
  void aGroupOfAddressesIsNotAnywhere() {
    ObjectNode shown =
        Json.object().put("id", "r").put("direction", "ingress").put("ethertype", "IPv4");
    CanonicalRule anywhere = CanonicalRule.of(shown);

    CanonicalRule some = CanonicalRule.of(shown.put("remote_address_group_id", "ag-1"));

    assertThat(some).isNotEqualTo(anywhere);
    assertThat(some.toString()).contains("ag-1");
    assertThat(PresentGroup.PresentRule.of(shown).toJson().path("remote_address_group_id").asText())
        .isEqualTo("ag-1");
  }

  /** PROTO_NUM_IP of neutron-lib is 0, that of ipip 4: two rules to Neutron. */
  @Test
  void ipIsNotIpip() {
    CanonicalRule ip = rule("ingress IPv4 ip - - -");

    assertThat(ip).isEqualTo(rule("ingress IPv4 0 - - -"));
    assertThat(ip).isNotEqualTo(rule("ingress IPv4 ipip - - -"));
    assertThat(rule("ingress IPv4 ipip - - -")).isEqualTo(rule("ingress IPv4 4 - - -"));
  }
}
