package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D6: why a service refused stands in the body; bodies as the real services send them. */
class FaultTest {
  private static Fault fault(int status, String body) {
    try {
      return new Reply(status, new ObjectMapper().readTree(body)).fault();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void overQuotaIsNotExists() {
    Fault quota =
        fault(
            409,
            "{\"NeutronError\": {\"message\": \"Quota exceeded for resources:"
                + " ['security_group_rule'].\", \"type\": \"OverQuota\", \"detail\": \"\"}}");
    Fault exists =
        fault(
            409,
            "{\"NeutronError\": {\"message\": \"Security group rule already exists. Rule id is 1.\","
                + " \"type\": \"SecurityGroupRuleExists\", \"detail\": \"\"}}");

    assertThat(quota.overQuota()).isTrue();
    assertThat(quota.ruleExists()).isFalse();
    assertThat(exists.overQuota()).isFalse();
    assertThat(exists.ruleExists()).isTrue();
  }

  @Test
  void novasKeypairQuotaIsOverQuotaToo() {
    Fault fault =
        fault(
            403,
            "{\"forbidden\": {\"message\": \"Quota exceeded, too many key pairs.\", \"code\": 403}}");

    assertThat(fault.overQuota()).isTrue();
    assertThat(fault.type()).isEqualTo("forbidden");
    assertThat(fault).hasToString("Quota exceeded, too many key pairs. (HTTP 403)");
  }

  @Test
  void aConflictInNovaIsNoQuota() {
    Fault fault =
        fault(
            409,
            "{\"conflictingRequest\": {\"code\": 409, \"message\": \"Key pair 'k' exists.\"}}");

    assertThat(fault.overQuota()).isFalse();
    assertThat(fault.type()).isEqualTo("conflictingRequest");
  }

  @Test
  void keystonesErrorIsRead() {
    assertThat(fault(404, "{\"error\": {\"message\": \"Could not find user: x.\", \"code\": 404}}"))
        .hasToString("Could not find user: x. (HTTP 404)");
  }

  @Test
  void aMessageInPlainTextIsRead() {
    assertThat(fault(400, "{\"NeutronError\": \"plain\"}").message()).isEqualTo("plain");
    assertThat(fault(400, "\"just text\"").message()).isEqualTo("just text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"error\": {}}", "{\"error\": null}", "3", "null"})
  void withoutAReasonThatIsSaid(String body) {
    assertThat(fault(400, body).message()).isEqualTo("no reason given");
  }

  @Test
  void aBodyThatIsNoJsonHasNoReason() {
    assertThat(new Reply(502, MissingNode.getInstance()).fault())
        .hasToString("no reason given (HTTP 502)");
  }
}
