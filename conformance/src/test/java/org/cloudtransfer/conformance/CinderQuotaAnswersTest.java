package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.VOLUME;
import static org.cloudtransfer.simulator.cloud.Profile.NEWTON;
import static org.cloudtransfer.simulator.cloud.Profile.PIKE;
import static org.cloudtransfer.simulator.cloud.Profile.TRAIN;

import java.util.List;
import org.cloudtransfer.conformance.Client.Answer;

/** What Cinder answers when a quota set is changed. */
class CinderQuotaAnswersTest {
  private static Answer put(CloudUnderTest cloud, String project, String limits) {
    return cloud
        .admin()
        .put(VOLUME, "/os-quota-sets/" + project, "{'quota_set': {" + limits + "}}");
  }

  @Fact({"C1", "D9"})
  void unknownNamesTypesAndForceAreBadKeysAndNothingIsSet(CloudUnderTest cloud) {
    String project = cloud.project();
    for (String bad : List.of("'bananas': 1", "'volumes_no_such_type': 1", "'force': true")) {
      Answer answer = put(cloud, project, "'volumes': 7, " + bad);
      assertThat(answer.refusal()).as(bad).isEqualTo("400 badRequest");
      assertThat(answer.message()).contains("Bad key(s) in quota set");
    }
    assertThat(cloud.cinderQuota(project, "volumes")).isEqualTo(10);
  }

  @Fact(value = "C2", since = TRAIN)
  void limitsOfAnExistingTypeAreTakenTheDefaultTypeIncluded(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.volumeType("ssd");
    assertThat(put(cloud, project, "'volumes_ssd': 3, 'gigabytes_ssd': 30").status())
        .isEqualTo(200);
    assertThat(put(cloud, project, "'volumes___DEFAULT__': 3").status()).isEqualTo(200);
    assertThat(cloud.cinderQuota(project, "volumes_ssd")).isEqualTo(3);
  }

  @Fact("C3")
  void unknownProjectIsTaken(CloudUnderTest cloud) {
    assertThat(put(cloud, CloudUnderTest.unknownId(), "'volumes': 7").status()).isEqualTo(200);
  }

  @Fact(
      value = {"C4", "N5"},
      since = TRAIN)
  void limitBelowUsageIsRefusedAndCannotBeForced(CloudUnderTest cloud) {
    String project = projectWithAVolume(cloud);
    put(cloud, project, "'volumes': 10").orFail();
    Answer answer = put(cloud, project, "'volumes': 0");
    assertThat(answer.refusal()).isEqualTo("400 badRequest");
    assertThat(answer.message())
        .isEqualTo(
            "Quota volumes limit must be equal or greater than existing resources. Current usage"
                + " is 1 and the requested limit is 0.");
    assertThat(put(cloud, project, "'volumes': 0, 'skip_validation': true").status())
        .isEqualTo(400);
  }

  @Fact(
      value = {"C8", "N5"},
      since = TRAIN)
  void firstLimitThatAProjectIsGivenMayBeBelowUsage(CloudUnderTest cloud) {
    String project = projectWithAVolume(cloud);
    assertThat(put(cloud, project, "'volumes': 0").status()).isEqualTo(200);
    assertThat(put(cloud, project, "'volumes': 0").status()).isEqualTo(400);
  }

  @Fact(
      value = {"C9", "N5"},
      until = PIKE)
  void limitBelowUsageIsTakenUnlessValidationIsAskedFor(CloudUnderTest cloud) {
    String project = projectWithAVolume(cloud);
    put(cloud, project, "'volumes': 10").orFail();
    String body = "{'quota_set': {'volumes': 0}, 'skip_validation': false}";
    Client admin = cloud.admin();
    assertThat(admin.put(VOLUME, "/os-quota-sets/" + project, body).status()).isEqualTo(400);
    assertThat(put(cloud, project, "'volumes': 0").status()).isEqualTo(200);
  }

  @Fact(value = "C10", until = NEWTON)
  void groupsHaveNoLimit(CloudUnderTest cloud) {
    assertThat(put(cloud, cloud.project(), "'groups': 3").status()).isEqualTo(400);
  }

  @Fact(value = "C11", since = PIKE)
  void groupsHaveALimit(CloudUnderTest cloud) {
    assertThat(put(cloud, cloud.project(), "'groups': 3").status()).isEqualTo(200);
  }

  private static String projectWithAVolume(CloudUnderTest cloud) {
    String project = cloud.project();
    String name = CloudUnderTest.fresh("conformance");
    cloud.grant(cloud.user(name), project, "member");
    Client.login(cloud.env().get("OS_AUTH_URL"), name, "secret", "Default", project)
        .post(VOLUME, "/volumes", "{'volume': {'size': 1, 'name': 'v'}}")
        .orFail();
    return project;
  }

  @Fact(
      value = {"C5", "D31"},
      since = TRAIN)
  void textIsRefusedInsteadOfANumber(CloudUnderTest cloud) {
    String project = cloud.project();
    assertThat(put(cloud, project, "'volumes': '12'").refusal()).isEqualTo("400 badRequest");
    assertThat(cloud.cinderQuota(project, "volumes")).isEqualTo(10);
  }

  @Fact(
      value = {"C6", "N4"},
      since = TRAIN)
  void emptySetMinusTwoAndTwoToThe31stAreRefusedMinusOneIsTaken(CloudUnderTest cloud) {
    String project = cloud.project();
    Answer empty = put(cloud, project, "");
    assertThat(empty.refusal()).isEqualTo("400 badRequest");
    assertThat(empty.message()).contains("does not have enough properties");
    assertThat(put(cloud, project, "'volumes': -2").status()).isEqualTo(400);
    assertThat(put(cloud, project, "'volumes': 2147483648").status()).isEqualTo(400);
    assertThat(put(cloud, project, "'volumes': -1").status()).isEqualTo(200);
  }

  @Fact("C7")
  void memberWithAnotherProjectInTheUrlIsAMalformedRequest(CloudUnderTest cloud) {
    Client member = cloud.member();
    Client stranger = cloud.admin().with(member.token());
    Answer answer = stranger.get(VOLUME, "/os-quota-sets/" + cloud.adminProject());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("Malformed request url");
  }
}
