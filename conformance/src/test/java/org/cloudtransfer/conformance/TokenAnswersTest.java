package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.COMPUTE;
import static org.cloudtransfer.conformance.Client.IDENTITY;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.conformance.Client.VOLUME;

import java.util.Map;
import org.cloudtransfer.conformance.Client.Answer;

/** What the services answer to tokens, and what errors look like. */
class TokenAnswersTest {
  @Fact({"T1", "N17"})
  void tokenThatIsNoneIsUnauthorizedInEveryService(CloudUnderTest cloud) {
    Client stranger = cloud.admin().with("no-such-token");
    for (Map.Entry<String, String> path :
        Map.of(
                IDENTITY, "/users",
                COMPUTE, "/os-keypairs",
                NETWORK, "/security-groups",
                VOLUME, "/types")
            .entrySet()) {
      Answer answer = stranger.get(path.getKey(), path.getValue());
      assertThat(answer.refusal()).as(path.getKey()).isEqualTo("401 error");
      assertThat(answer.at("/error/code").asInt()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
          .startsWith("Keystone uri=");
    }
  }

  @Fact({"T2", "N17"})
  void revokedTokenIsUnauthorizedInKeystone(CloudUnderTest cloud) {
    Client member = cloud.member();
    assertThat(member.logOut().status()).isEqualTo(204);
    assertThat(member.get(IDENTITY, "/auth/projects").status()).isEqualTo(401);
  }

  @Fact("T3")
  void everyAnswerOfNovaNeutronAndCinderHasARequestId(CloudUnderTest cloud) {
    for (Map.Entry<String, String> path :
        Map.of(COMPUTE, "/os-keypairs", NETWORK, "/extensions", VOLUME, "/types").entrySet()) {
      assertThat(
              cloud
                  .admin()
                  .get(path.getKey(), path.getValue())
                  .headers()
                  .firstValue("x-openstack-request-id"))
          .as(path.getKey())
          .isPresent();
    }
  }

  @Fact({"T4", "N2"})
  void ldapUserIsFoundByNameUnderTheComputedId(CloudUnderTest cloud) {
    String domain = cloud.domainId(CloudUnderTest.LDAP_DOMAIN);
    Answer answer = cloud.admin().get(IDENTITY, "/users?name=alice&domain_id=" + domain);
    assertThat(answer.at("/users")).hasSize(1);
    assertThat(answer.at("/users/0/id").asText()).isEqualTo(cloud.ldapUser("alice"));
    assertThat(cloud.admin().get(IDENTITY, "/users/" + cloud.ldapUser("alice")).status())
        .isEqualTo(200);
  }

  @Fact({"T5", "D10", "N14"})
  void userWhomNobodyKnowsIsNotFound(CloudUnderTest cloud) {
    Answer answer = cloud.admin().get(IDENTITY, "/users/" + CloudUnderTest.unknownId());
    assertThat(answer.refusal()).isEqualTo("404 error");
  }
}
