package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.COMPUTE;
import static org.cloudtransfer.simulator.cloud.Profile.NEWTON;
import static org.cloudtransfer.simulator.cloud.Profile.PIKE;
import static org.cloudtransfer.simulator.cloud.Profile.TRAIN;

import java.util.List;
import org.cloudtransfer.conformance.Client.Answer;

/** What Nova answers when a quota set is changed. */
class NovaQuotaAnswersTest {
  private static Answer put(CloudUnderTest cloud, String version, String owner, String limits) {
    return cloud
        .admin()
        .version(version)
        .put(COMPUTE, "/os-quota-sets/" + owner, "{'quota_set': {" + limits + "}}");
  }

  private static Answer put(CloudUnderTest cloud, String owner, String limits) {
    return put(cloud, "2.35", owner, limits);
  }

  /** Two server groups in a project of a member, which is the only thing a lab can use up. */
  private static String projectWithUsage(CloudUnderTest cloud) {
    String project = cloud.project();
    String name = CloudUnderTest.fresh("conformance");
    cloud.grant(cloud.user(name), project, "member");
    Client member =
        Client.login(cloud.env().get("OS_AUTH_URL"), name, "secret", "Default", project);
    for (String group : List.of("a", "b")) {
      member
          .post(
              COMPUTE,
              "/os-server-groups",
              "{'server_group': {'name': '%s', 'policies': ['affinity']}}".formatted(group))
          .orFail();
    }
    return project;
  }

  @Fact("Q1")
  void unknownNameIsRefusedAndNothingIsSet(CloudUnderTest cloud) {
    String project = cloud.project();
    Answer answer = put(cloud, project, "'cores': 7, 'bananas': 1");
    assertThat(answer.refusal()).isEqualTo("400 badRequest");
    assertThat(answer.message())
        .contains("Additional properties are not allowed ('bananas' was unexpected)");
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(20);
  }

  @Fact({"Q2", "N6"})
  void networkLimitsAreTakenUpTo235AndRefusedFrom236(CloudUnderTest cloud) {
    String project = cloud.project();
    for (String name :
        List.of("floating_ips", "fixed_ips", "security_groups", "security_group_rules")) {
      String limit = "'" + name + "': 3";
      assertThat(put(cloud, "2.1", project, limit).status()).as(name).isEqualTo(200);
      assertThat(put(cloud, "2.35", project, limit).status()).as(name).isEqualTo(200);
      assertThat(put(cloud, "2.36", project, limit).status()).as(name).isEqualTo(400);
    }
  }

  @Fact(
      value = {"Q3", "N6"},
      since = TRAIN)
  void injectedFilesAreTakenUpTo256AndRefusedFrom257(CloudUnderTest cloud) {
    String project = cloud.project();
    for (String name :
        List.of("injected_files", "injected_file_content_bytes", "injected_file_path_bytes")) {
      String limit = "'" + name + "': 3";
      assertThat(put(cloud, "2.56", project, limit).status()).as(name).isEqualTo(200);
      assertThat(put(cloud, "2.57", project, limit).status()).as(name).isEqualTo(400);
    }
  }

  @Fact(value = "Q4", since = PIKE)
  void unknownProjectIsRefused(CloudUnderTest cloud) {
    String project = CloudUnderTest.unknownId();
    String message = "Project ID " + project + " is not a valid project.";
    Answer put = put(cloud, project, "'cores': 7");
    assertThat(put.refusal()).isEqualTo("400 badRequest");
    assertThat(put.message()).isEqualTo(message);
    Answer get = cloud.admin().get(COMPUTE, "/os-quota-sets/" + project);
    assertThat(get.refusal()).isEqualTo("400 badRequest");
    assertThat(get.message()).isEqualTo(message);
  }

  @Fact(value = "Q13", until = NEWTON)
  void unknownProjectIsTaken(CloudUnderTest cloud) {
    assertThat(put(cloud, CloudUnderTest.unknownId(), "'cores': 7").status()).isEqualTo(200);
  }

  @Fact(
      value = {"Q14", "N5"},
      until = NEWTON)
  void forceIsUnknownFrom236On(CloudUnderTest cloud) {
    String limits = "'cores': 7, 'force': true";
    assertThat(put(cloud, "2.35", cloud.project(), limits).status()).isEqualTo(200);
    assertThat(put(cloud, "2.36", cloud.project(), limits).status()).isEqualTo(400);
  }

  @Fact(
      value = {"Q15", "N5"},
      since = PIKE)
  void forceIsTakenInEveryVersion(CloudUnderTest cloud) {
    String limits = "'cores': 7, 'force': true";
    assertThat(put(cloud, "2.35", cloud.project(), limits).status()).isEqualTo(200);
    assertThat(put(cloud, "2.36", cloud.project(), limits).status()).isEqualTo(200);
  }

  @Fact({"Q5", "N4"})
  void minusOneTextAndNothingAreTaken(CloudUnderTest cloud) {
    String project = cloud.project();
    assertThat(put(cloud, project, "'cores': -1, 'ram': '12'").status()).isEqualTo(200);
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(-1);
    assertThat(cloud.novaQuota(project, "ram")).isEqualTo(12);
    assertThat(put(cloud, project, "").status()).isEqualTo(200);
  }

  @Fact({"Q6", "N4"})
  void minusTwoAndTwoToThe31stAreRefused(CloudUnderTest cloud) {
    String project = cloud.project();
    assertThat(put(cloud, project, "'cores': -2").refusal()).isEqualTo("400 badRequest");
    assertThat(put(cloud, project, "'cores': 2147483648").refusal()).isEqualTo("400 badRequest");
  }

  @Fact({"Q7", "N5"})
  void limitBelowUsageIsRefusedUnlessForced(CloudUnderTest cloud) {
    String project = projectWithUsage(cloud);
    Answer answer = put(cloud, project, "'server_groups': 1");
    assertThat(answer.refusal()).isEqualTo("400 badRequest");
    assertThat(answer.message())
        .isEqualTo(
            "Quota limit 1 for server_groups must be greater than or equal to already used and"
                + " reserved 2.");
    assertThat(put(cloud, project, "'server_groups': 1, 'force': true").status()).isEqualTo(200);
  }

  @Fact({"Q8", "D16"})
  void projectsLimitBelowAUsersIsRefusedUnlessForced(CloudUnderTest cloud) {
    String project = cloud.project();
    put(cloud, project, "'cores': 10").orFail();
    put(cloud, project + "?user_id=" + cloud.user(), "'cores': 8").orFail();
    assertThat(put(cloud, project, "'cores': 5").refusal()).isEqualTo("400 badRequest");
    assertThat(put(cloud, project, "'cores': 5, 'force': true").status()).isEqualTo(200);
  }

  @Fact({"Q9", "D16"})
  void usersLimitAboveTheProjectsIsRefusedUnlessForced(CloudUnderTest cloud) {
    String project = cloud.project();
    put(cloud, project, "'cores': 10").orFail();
    String owner = project + "?user_id=" + cloud.user();
    Answer answer = put(cloud, owner, "'cores': 11");
    assertThat(answer.refusal()).isEqualTo("400 badRequest");
    assertThat(answer.message()).contains("must be less than or equal to 10");
    assertThat(put(cloud, owner, "'cores': 11, 'force': true").status()).isEqualTo(200);
  }

  @Fact("Q10")
  void limitsOfUsersWhomNobodyKnowsAreTaken(CloudUnderTest cloud) {
    String owner = cloud.project() + "?user_id=" + CloudUnderTest.unknownId();
    assertThat(put(cloud, owner, "'cores': 3, 'key_pairs': 4, 'server_groups': 5").status())
        .isEqualTo(200);
  }

  @Fact("Q11")
  void deletedQuotaSetIsBackAtTheDefaults(CloudUnderTest cloud) {
    String project = cloud.project();
    put(cloud, project, "'cores': 7").orFail();
    assertThat(cloud.admin().delete(COMPUTE, "/os-quota-sets/" + project).status()).isEqualTo(202);
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(20);
  }

  @Fact("Q12")
  void membersMayNotChangeQuotas(CloudUnderTest cloud) {
    Answer answer =
        cloud
            .member()
            .put(COMPUTE, "/os-quota-sets/" + cloud.project(), "{'quota_set': {'cores': 7}}");
    assertThat(answer.refusal()).isEqualTo("403 forbidden");
  }
}
