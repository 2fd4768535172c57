package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.cloudtransfer.resource.SecurityGroupRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {

  private static SecurityGroupRule rule(String protocol, Integer min, Integer max) {
    return new SecurityGroupRule(
        "r", "g", "p", "ingress", "IPv4", protocol, min, max, null, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, 0, 80, port 0",
    "6, 0, 80, port 0",
    "UDP, 0, 0, port 0",
    "tcp, -1, -1, negative port",
    "17, 1, -1, negative port",
    "tcp, 80, 22, above the last",
    ", 80, 80, without a protocol"
  })
  void portsThatATargetRefusesAreTold(String protocol, int min, int max, String trouble) {
    assertThat(Trouble.of(rule(protocol, min, max)))
        .anySatisfy(text -> assertThat(text).contains(trouble));
  }

  @ParameterizedTest
  @CsvSource({"tcp, 1, 65535", "icmp, -1, -1", "icmp, 8, 0", "112, , "})
  void portsThatAreFineAreNot(String protocol, Integer min, Integer max) {
    assertThat(Trouble.of(rule(protocol, min, max))).isEmpty();
  }
}
