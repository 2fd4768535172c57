package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.COMPUTE;
import static org.cloudtransfer.conformance.Client.IDENTITY;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.conformance.Client.VOLUME;

import java.util.Map;
import org.cloudtransfer.conformance.Client.Answer;
import org.cloudtransfer.simulator.cloud.Profile;

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

  private static Answer logIn(CloudUnderTest cloud, String identity, String scope) {
    return cloud
        .admin()
        .with("")
        .post(IDENTITY, "/auth/tokens", "{'auth': {'identity': %s%s}}".formatted(identity, scope));
  }

  private static Answer systemScope(CloudUnderTest cloud) {
    String user =
        "{'methods': ['password'], 'password': {'user': {'name': '%s', 'domain': {'name': '%s'},"
            + " 'password': '%s'}}}";
    String admin =
        user.formatted(
            cloud.env().get("OS_USERNAME"),
            cloud.env().get("OS_USER_DOMAIN_NAME"),
            cloud.env().get("OS_PASSWORD"));
    return logIn(cloud, admin, ", 'scope': {'system': {'all': true}}");
  }

  @Fact(
      value = {"T6", "N22"},
      since = Profile.TRAIN)
  void systemScopeIsGranted(CloudUnderTest cloud) {
    Answer answer = systemScope(cloud);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/token/system/all").asBoolean()).isTrue();
  }

  @Fact(
      value = {"T7", "N22"},
      until = Profile.PIKE)
  void systemScopeIsMalformed(CloudUnderTest cloud) {
    Answer answer = systemScope(cloud);
    assertThat(answer.refusal()).isEqualTo("400 error");
    assertThat(answer.message()).contains("project, domain, OS-TRUST:trust or unscoped");
  }

  private static Answer applicationCredential(CloudUnderTest cloud) {
    Map<String, String> made = cloud.applicationCredential();
    String credential =
        "{'methods': ['application_credential'], 'application_credential': {'id': '%s',"
            + " 'secret': '%s'}}";
    return logIn(
        cloud,
        credential.formatted(
            made.get("OS_APPLICATION_CREDENTIAL_ID"), made.get("OS_APPLICATION_CREDENTIAL_SECRET")),
        "");
  }

  @Fact(
      value = {"T8", "N22"},
      since = Profile.TRAIN)
  void applicationCredentialBringsItsProject(CloudUnderTest cloud) {
    Answer answer = applicationCredential(cloud);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/token/project/id").asText()).isEqualTo(cloud.adminProject());
  }

  @Fact(
      value = {"T9", "N22"},
      until = Profile.PIKE)
  void applicationCredentialIsAnUnsupportedMethod(CloudUnderTest cloud) {
    assertThat(applicationCredential(cloud).refusal()).isEqualTo("401 error");
  }
}
