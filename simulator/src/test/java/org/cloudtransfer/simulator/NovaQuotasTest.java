package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NovaQuotasTest {
  private static final String PATH = "/compute/v2.1/os-quota-sets/";

  private final Simulator simulator = Simulator.start(SimulatorOptions.current());
  private final Client admin = Client.admin(simulator);
  private final Compute compute = simulator.cloud().compute();
  private final String project = simulator.cloud().identity().addProject("default", "p").id();

  @AfterEach
  void close() {
    simulator.close();
  }

  private Answer put(String version, String limits) {
    return admin.version(version).put(PATH + project, "{'quota_set': " + limits + "}");
  }

  private Answer putUser(String user, String limits) {
    String path = PATH + project + "?user_id=" + user;
    return admin.put(path, "{'quota_set': " + limits + "}");
  }

  @Test
  void onlyTheKeysSentAreChanged() {
    assertThat(put("2.1", "{'cores': 30}").at("/quota_set/cores").asInt()).isEqualTo(30);
    put("2.1", "{'ram': 1}");
    assertThat(compute.quotas(project)).isEqualTo(Map.of("cores", 30, "ram", 1));
  }

  @Test
  void unknownNameRefusesTheWholeRequest() {
    Answer answer = put("2.1", "{'cores': 7, 'bananas': 3}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/badRequest/message").asText())
        .endsWith("Additional properties are not allowed ('bananas' was unexpected)");
    assertThat(compute.quotas(project)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "floating_ips,2.1,200",
    "floating_ips,2.35,200",
    "floating_ips,2.36,400",
    "fixed_ips,2.35,200",
    "fixed_ips,2.36,400",
    "security_groups,2.35,200",
    "security_groups,2.36,400",
    "security_group_rules,2.35,200",
    "security_group_rules,2.57,400",
    "injected_files,2.56,200",
    "injected_files,2.57,400",
    "injected_file_content_bytes,2.57,400",
    "injected_file_path_bytes,2.56,200",
    "networks,2.1,400",
    "server_groups,2.1,200",
    "server_group_members,2.93,200"
  })
  void resourcesDependOnTheMicroversion(String resource, String version, int status) {
    assertThat(put(version, "{'" + resource + "': 7}").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "-1,200",
    "'''12''',200",
    "-2,400",
    "2147483648,400",
    "2147483647,200",
    "1.5,400",
    "null,400",
    "true,400",
    "'''x''',400"
  })
  void limitIsANumberFromMinusOneOrItsText(String value, int status) {
    assertThat(put("2.1", "{'cores': " + value + "}").status()).isEqualTo(status);
  }

  @Test
  void emptySetIsFine() {
    assertThat(put("2.1", "{}").status()).isEqualTo(200);
  }

  @Test
  void projectUnknownToKeystoneIs400() {
    Answer answer = admin.put(PATH + "nosuch", "{'quota_set': {'cores': 1}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("Project ID nosuch is not a valid project.");
    assertThat(admin.get(PATH + "nosuch").status()).isEqualTo(400);
  }

  @Test
  void limitBelowUsageNeedsForce() {
    compute.use(project, "u", "server_groups", 2);
    Answer refused = put("2.1", "{'server_groups': 1}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message())
        .isEqualTo(
            "Quota limit 1 for server_groups must be greater than or equal to already used and"
                + " reserved 2.");
    assertThat(put("2.1", "{'server_groups': 1, 'force': true}").status()).isEqualTo(200);
    assertThat(put("2.93", "{'server_groups': -1}").status()).isEqualTo(200);
  }

  @Test
  void projectLimitMustCoverWhatUsersWereGiven() {
    putUser("u", "{'cores': 5}");
    assertThat(put("2.1", "{'cores': 2}").message()).contains("already used and reserved 5");
    assertThat(put("2.1", "{'cores': 2, 'force': true}").status()).isEqualTo(200);
  }

  @Test
  void userLimitMustFitIntoWhatIsLeft() {
    Answer refused = putUser("u", "{'instances': 999}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).endsWith("must be less than or equal to 10.");
    putUser("v", "{'instances': 4}");
    assertThat(putUser("u", "{'instances': 7}").message()).contains("equal to 6");
    assertThat(putUser("u", "{'instances': 999, 'force': true}").status()).isEqualTo(200);
  }

  @Test
  void userLimitsFallBackToTheProjects() {
    put("2.1", "{'cores': 8}");
    putUser("nobody", "{'key_pairs': 50, 'server_groups': 5}");
    Answer answer = admin.get(PATH + project + "?user_id=nobody");
    assertThat(answer.at("/quota_set/cores").asInt()).isEqualTo(8);
    assertThat(answer.at("/quota_set/key_pairs").asInt()).isEqualTo(50);
    assertThat(answer.at("/quota_set/id").asText()).isEqualTo(project);
    assertThat(compute.userQuotas(project)).containsOnlyKeys("nobody");
  }

  @Test
  void floatingIpsOfAUserAreKeptForTheProject() {
    putUser("u", "{'floating_ips': 3}");
    assertThat(compute.quotas(project)).isEqualTo(Map.of("floating_ips", 3));
  }

  @Test
  void detailShowsUsageButNeverOfKeypairs() {
    compute.use(project, "u", "cores", 3);
    Answer answer = admin.version("2.93").get(PATH + project + "/detail");
    assertThat(answer.at("/quota_set/cores/in_use").asInt()).isEqualTo(3);
    assertThat(answer.at("/quota_set/key_pairs/in_use").asInt()).isZero();
    assertThat(answer.at("/quota_set").has("floating_ips")).isFalse();
  }

  @Test
  void defaultsFollowTheClass() {
    assertThat(admin.get(PATH + project + "/defaults").at("/quota_set/cores").asInt())
        .isEqualTo(20);
    String path = "/compute/v2.1/os-quota-class-sets/default";
    assertThat(admin.put(path, "{'quota_class_set': {'cores': 64}}").status()).isEqualTo(200);
    assertThat(admin.get(PATH + project).at("/quota_set/cores").asInt()).isEqualTo(64);
    assertThat(admin.get(path).at("/quota_class_set").has("server_groups")).isFalse();
    assertThat(admin.version("2.50").get(path).at("/quota_class_set").has("server_groups"))
        .isTrue();
  }

  @Test
  void deletingGoesBackToDefaults() {
    put("2.1", "{'cores': 30}");
    putUser("u", "{'cores': 5}");
    assertThat(admin.delete(PATH + project + "?user_id=u").status()).isEqualTo(202);
    assertThat(compute.quotas(project)).containsEntry("cores", 30);
    assertThat(admin.delete(PATH + project).status()).isEqualTo(202);
    assertThat(admin.get(PATH + project).at("/quota_set/cores").asInt()).isEqualTo(20);
  }

  @Test
  void memberMayReadItsOwnButSetNothing() {
    User user = simulator.cloud().identity().addUser("default", "m", "pw");
    simulator.cloud().identity().grant(user.id(), project, "member");
    Client member = Client.of(simulator, "m", "pw", "Default", project);
    assertThat(member.get(PATH + project).status()).isEqualTo(200);
    assertThat(member.get(PATH + simulator.adminProject().id()).status()).isEqualTo(403);
    Answer refused = member.put(PATH + project, "{'quota_set': {'cores': 1}}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo("Policy doesn't allow os_compute_api:os-quota-sets:update to be performed.");
    assertThat(member.delete(PATH + project).status()).isEqualTo(403);
  }

  @Test
  void limitsShowWhatHoldsAndWhatIsUsed() {
    compute.use(simulator.adminProject().id(), "u", "instances", 4);
    Answer answer = admin.get("/compute/v2.1/limits");
    assertThat(answer.at("/limits/absolute/maxTotalKeypairs").asInt()).isEqualTo(100);
    assertThat(answer.at("/limits/absolute/totalInstancesUsed").asInt()).isEqualTo(4);
  }

  @Test
  void pathMayCarryTheCallersProjectAsOldCatalogsHaveIt() {
    String path = "/compute/v2.1/" + simulator.adminProject().id() + "/os-quota-sets/" + project;
    assertThat(admin.get(path).status()).isEqualTo(200);
  }
}
