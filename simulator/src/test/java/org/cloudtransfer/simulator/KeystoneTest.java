package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.ApplicationCredential;
import org.cloudtransfer.simulator.cloud.Domain;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeystoneTest {
  private static final String TOKENS = "/identity/v3/auth/tokens";

  private final Simulator simulator =
      Simulator.start(SimulatorOptions.current().regions("RegionOne", "RegionTwo"));
  private final Identity identity = simulator.cloud().identity();
  private final Client nobody = Client.anonymous(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  private Answer logIn(String method, String proof, String scope) {
    return nobody.post(
        TOKENS,
        "{'auth': {'identity': {'methods': ['%s'], '%s': %s}%s}}"
            .formatted(method, method, proof, scope));
  }

  private Answer password(String scope) {
    return logIn(
        "password",
        "{'user': {'name': 'admin', 'domain': {'name': 'Default'}, 'password': 'adminsecret'}}",
        scope);
  }

  @Test
  void namesItsVersionsWithoutAToken() {
    assertThat(nobody.get("/identity/").status()).isEqualTo(300);
    assertThat(nobody.get("/").at("/versions/values/0/id").asText()).isEqualTo("v3.14");
    assertThat(nobody.get("/identity/v3").at("/version/links/0/href").asText())
        .isEqualTo(simulator.authUrl() + "/");
  }

  @Test
  void wrongPasswordUnknownUserProjectOrRoleAreAll401InTheSameWords() {
    Project other = identity.addProject("default", "other");
    String wrong = "{'user': {'name': 'admin', 'domain': {'id': 'default'}, 'password': 'x'}}";
    Answer refused = logIn("password", wrong, "");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.message()).isEqualTo("The request you have made requires authentication.");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Keystone uri=");
    assertThat(password(", 'scope': {'project': {'id': '" + other.id() + "'}}").status())
        .isEqualTo(401);
    assertThat(password(", 'scope': {'project': {'id': 'nosuch'}}").text())
        .isEqualTo(refused.text());
  }

  @Test
  void bodyWithoutAuthIs400AndUnknownMethod401() {
    assertThat(nobody.post(TOKENS, "{}").message()).startsWith("Expecting to find auth");
    assertThat(logIn("bogus", "{}", "").message()).contains("unsupported method");
  }

  @Test
  void scopesToProjectByNameDomainSystemOrNothing() {
    Answer project =
        password(", 'scope': {'project': {'name': 'admin', 'domain': {'name': 'Default'}}}");
    assertThat(project.status()).isEqualTo(201);
    assertThat(project.at("/token/project/id").asText()).isEqualTo(simulator.adminProject().id());
    assertThat(project.at("/token/roles").findValuesAsText("name")).contains("admin");
    assertThat(
            password(", 'scope': {'domain': {'id': 'default'}}").at("/token/domain/name").asText())
        .isEqualTo("Default");
    assertThat(password(", 'scope': {'system': {'all': true}}").at("/token/system/all").asBoolean())
        .isTrue();
    assertThat(password("").body().path("token").has("catalog")).isFalse();
  }

  @Test
  void cataloguesEveryServiceInEveryRegionAndInterface() {
    Answer answer =
        password(", 'scope': {'project': {'id': '" + simulator.adminProject().id() + "'}}");
    assertThat(answer.at("/token/catalog").findValuesAsText("type"))
        .containsExactly("identity", "compute", "network", "volumev3");
    assertThat(answer.at("/token/catalog").findValuesAsText("url"))
        .hasSize(4 * 2 * 3)
        .contains(
            simulator.url() + "/compute/v2.1",
            simulator.url() + "/RegionTwo/internal/network",
            simulator.url() + "/admin/volume/v3/" + simulator.adminProject().id());
  }

  @Test
  void systemTokenHasNoEndpointThatNeedsAProject() {
    assertThat(
            password(", 'scope': {'system': {'all': true}}")
                .at("/token/catalog")
                .findValuesAsText("type"))
        .containsExactly("identity", "compute", "network");
  }

  @Test
  void everyRegionAndInterfaceLeadsToTheSameCloud() {
    Client admin = Client.admin(simulator);
    assertThat(admin.get("/RegionTwo/internal/network/v2.0/quotas").status()).isEqualTo(200);
    assertThat(admin.get("/internal/compute/v2.1/os-keypairs").status()).isEqualTo(200);
  }

  @Test
  void tokenBeingRevokedIsRefusedEverywhere() {
    Client admin = Client.admin(simulator);
    Client second = Client.admin(simulator);
    assertThat(admin.get(TOKENS, "X-Subject-Token", second.token()).status()).isEqualTo(200);
    assertThat(admin.delete(TOKENS, "X-Subject-Token", second.token()).status()).isEqualTo(204);
    assertThat(second.get("/network/v2.0/quotas").status()).isEqualTo(401);
    assertThat(admin.get(TOKENS, "X-Subject-Token", second.token()).status()).isEqualTo(404);
  }

  @Test
  void tokenMethodChangesTheScope() {
    Client admin = Client.admin(simulator);
    Answer answer =
        logIn("token", "{'id': '" + admin.token() + "'}", ", 'scope': {'system': {'all': true}}");
    assertThat(answer.at("/token/system/all").asBoolean()).isTrue();
  }

  @Test
  void applicationCredentialLogsInByIdOrByNameAndUser() {
    String adminId = simulator.admin().id();
    ApplicationCredential credential =
        identity.addApplicationCredential(adminId, simulator.adminProject().id(), "ci", "s3");
    String byId = "{'id': '%s', 'secret': 's3'}".formatted(credential.id());
    String byName =
        "{'name': 'ci', 'secret': 's3', 'user': {'name': 'admin', 'domain': {'id': 'default'}}}";
    String wrong = "{'id': '%s', 'secret': 'no'}".formatted(credential.id());
    assertThat(logIn("application_credential", byId, "").at("/token/project/name").asText())
        .isEqualTo("admin");
    assertThat(logIn("application_credential", byName, "").status()).isEqualTo(201);
    assertThat(logIn("application_credential", wrong, "").status()).isEqualTo(401);
  }

  @Test
  void ldapUserIsUnknownByIdUntilItIsLookedUpByName() {
    Domain ldap = identity.addDomain("6ad2f75f35164671bef55fab1f74d9b0", "ldap_users");
    User alice = identity.addLdapUser(ldap.id(), "alice", "alice");
    Client admin = Client.admin(simulator);
    assertThat(alice.id()).startsWith("577ceac3c35a");
    assertThat(admin.get("/identity/v3/users/" + alice.id()).status()).isEqualTo(404);
    String query = "/identity/v3/users?domain_id=" + ldap.id() + "&name=ALICE";
    assertThat(admin.get(query).at("/users/0/id").asText()).isEqualTo(alice.id());
    assertThat(admin.get("/identity/v3/users/" + alice.id()).status()).isEqualTo(200);
  }

  @Test
  void ldapUserIsKnownOnceLoggedIn() {
    Domain ldap = identity.addDomain("ldap_users");
    User alice = identity.addLdapUser(ldap.id(), "alice", "alice");
    Project project = identity.addProject("default", "p");
    identity.grant(alice.id(), project.id(), "member");
    Client client = Client.of(simulator, "ALICE", "pw-alice", "ldap_users", project.id());
    assertThat(client.get("/identity/v3/users/" + alice.id()).at("/user/name").asText())
        .isEqualTo("alice");
  }

  @Test
  void usersWithoutDomainIdAreThoseOfTheTokensDomain() {
    identity.addLdapUser(identity.addDomain("ldap_users").id(), "alice", "alice");
    Client admin = Client.admin(simulator);
    assertThat(admin.get("/identity/v3/users").at("/users").findValuesAsText("name"))
        .containsExactly("admin");
  }

  @Test
  void unknownProjectIs404AndNamesFilterExactly() {
    Client admin = Client.admin(simulator);
    Answer missing = admin.get("/identity/v3/projects/nosuch");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.message()).isEqualTo("Could not find project: nosuch.");
    assertThat(admin.get("/identity/v3/projects?name=admin").at("/projects")).hasSize(1);
    assertThat(admin.get("/identity/v3/projects?name=Admin").at("/projects")).isEmpty();
    assertThat(admin.get("/identity/v3/domains?name=Default").at("/domains/0/id").asText())
        .isEqualTo("default");
  }

  @Test
  void memberMayNotListButSeesItsOwnProjects() {
    Project project = identity.addProject("default", "p");
    User user = identity.addUser("default", "m", "pw");
    identity.grant(user.id(), project.id(), "member");
    Client member = Client.of(simulator, "m", "pw", "Default", project.id());
    Answer refused = member.get("/identity/v3/users");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo("You are not authorized to perform the requested action: identity:list_users.");
    assertThat(member.get("/identity/v3/auth/projects").at("/projects/0/id").asText())
        .isEqualTo(project.id());
  }

  @Test
  void disabledUserOrProjectCannotLogIn() {
    Project project = identity.addProject("default", "p");
    User user = identity.addUser("default", "m", "pw");
    identity.grant(user.id(), project.id(), "member");
    identity.disableProject(project.id());
    assertThat(Client.of(simulator, "m", "pw", "Default", project.id()).token()).isEmpty();
    identity.disableUser(user.id());
    String proof = "{'user': {'id': '%s', 'password': 'pw'}}".formatted(user.id());
    assertThat(logIn("password", proof, "").status()).isEqualTo(401);
  }

  @Test
  void listLimitCutsAndSaysSo() {
    try (Simulator small = Simulator.start(SimulatorOptions.newton().listLimit(2))) {
      for (int i = 0; i < 3; i++) {
        small.cloud().identity().addProject("default", "p" + i);
      }
      Answer answer = Client.admin(small).get("/identity/v3/projects");
      assertThat(answer.at("/projects")).hasSize(2);
      assertThat(answer.at("/truncated").asBoolean()).isTrue();
    }
  }

  @Test
  void sinceEpoxyALongListComesInPagesAndTheFirstIsNotMarkedUnlessOneAsksForPages() {
    try (Simulator epoxy = Simulator.start(SimulatorOptions.of(Profile.EPOXY))) {
      for (int i = 0; i < 1200; i++) {
        epoxy.cloud().identity().addUser("u%05d".formatted(i), "default", "u" + i, "pw");
      }
      Client admin = Client.admin(epoxy);
      Answer whole = admin.get("/identity/v3/users?domain_id=default");
      assertThat(whole.at("/users")).hasSize(1000);
      assertThat(whole.at("/truncated").isMissingNode()).isTrue();

      String last = whole.at("/users/999/id").asText();
      Answer next = admin.get("/identity/v3/users?domain_id=default&limit=1000&marker=" + last);
      assertThat(next.at("/users")).hasSize(201);
      assertThat(next.at("/truncated").isMissingNode()).isTrue();
    }
  }
}
