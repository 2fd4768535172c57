package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.simulator.cloud.Profile.EPOXY;
import static org.cloudtransfer.simulator.cloud.Profile.TRAIN;
import static org.cloudtransfer.simulator.cloud.Profile.ZED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.conformance.Client.Answer;

/** What Neutron answers when a quota is changed. */
class NeutronQuotaAnswersTest {
  private static Answer put(CloudUnderTest cloud, String project, String limits) {
    return cloud.admin().put(NETWORK, "/quotas/" + project, "{'quota': {" + limits + "}}");
  }

  @Fact("NQ1")
  void namesAreSingular(CloudUnderTest cloud) {
    List<String> names = new ArrayList<>();
    cloud
        .admin()
        .get(NETWORK, "/quotas/" + cloud.project())
        .at("/quota")
        .fieldNames()
        .forEachRemaining(names::add);
    assertThat(names)
        .containsExactlyInAnyOrder(
            "network",
            "subnet",
            "subnetpool",
            "port",
            "router",
            "floatingip",
            "rbac_policy",
            "security_group",
            "security_group_rule");
  }

  @Fact({"NQ2", "D9"})
  void unknownNameIsRefusedAndNothingIsSet(CloudUnderTest cloud) {
    String project = cloud.project();
    int before = cloud.neutronQuota(project, "network");
    Answer answer = put(cloud, project, "'network': 7, 'vip': 1");
    assertThat(answer.refusal()).isEqualTo("400 HTTPBadRequest");
    assertThat(answer.message()).contains("Unrecognized attribute(s) 'vip'");
    assertThat(cloud.neutronQuota(project, "network")).isEqualTo(before);
  }

  @Fact("NQ3")
  void projectMayNotBeInTheBody(CloudUnderTest cloud) {
    String project = cloud.project();
    for (String name : List.of("project_id", "tenant_id")) {
      Answer answer = put(cloud, project, "'network': 7, '" + name + "': '" + project + "'");
      assertThat(answer.refusal()).isEqualTo("400 HTTPBadRequest");
    }
  }

  @Fact("NQ4")
  void unknownProjectIsTaken(CloudUnderTest cloud) {
    String project = CloudUnderTest.unknownId();
    assertThat(put(cloud, project, "'network': 7").status()).isEqualTo(200);
    assertThat(cloud.neutronQuota(project, "network")).isEqualTo(7);
  }

  @Fact(
      value = {"NQ5", "N5"},
      since = ZED,
      until = ZED)
  void limitBelowUsageIsTakenUnlessACheckIsAskedFor(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.group(project, "group");
    Answer checked = put(cloud, project, "'security_group_rule': 2, 'check_limit': true");
    assertThat(checked.status()).isEqualTo(400);
    assertThat(checked.message()).contains("must be greater than or equal to already used");
    assertThat(put(cloud, project, "'security_group_rule': 2").status()).isEqualTo(200);
    assertThat(put(cloud, project, "'security_group_rule': 1, 'force': true").status())
        .isEqualTo(200);
  }

  @Fact(
      value = {"NQ6", "N4"},
      since = ZED,
      until = ZED)
  void unlimitedCountsAsANumberWhenACheckIsAskedFor(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.group(project, "group");
    assertThat(put(cloud, project, "'security_group': -1, 'check_limit': true").status())
        .isEqualTo(400);
    assertThat(put(cloud, project, "'security_group': -1").status()).isEqualTo(200);
  }

  @Fact(
      value = {"NQ9", "N5"},
      until = TRAIN)
  void limitBelowUsageIsTakenAndNoCheckIsKnown(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.group(project, "group");
    assertThat(put(cloud, project, "'security_group_rule': 1").status()).isEqualTo(200);
    for (String key : List.of("'check_limit'", "'force'")) {
      assertThat(put(cloud, project, "'network': 7, " + key + ": true").status()).isEqualTo(400);
    }
  }

  @Fact(
      value = {"NQ10", "N5"},
      since = EPOXY)
  void limitBelowUsageIsRefusedUnlessForced(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.group(project, "group");
    assertThat(put(cloud, project, "'security_group_rule': 1").status()).isEqualTo(400);
    assertThat(put(cloud, project, "'security_group_rule': 1, 'force': true").status())
        .isEqualTo(200);
  }

  @Fact({"NQ7", "N4"})
  void textAndNothingAreTakenMinusTwoAndTwoToThe31stAreNot(CloudUnderTest cloud) {
    String project = cloud.project();
    assertThat(put(cloud, project, "'network': '12'").status()).isEqualTo(200);
    assertThat(put(cloud, project, "").status()).isEqualTo(200);
    assertThat(put(cloud, project, "'network': -2").status()).isEqualTo(400);
    assertThat(put(cloud, project, "'network': 2147483648").status()).isEqualTo(400);
  }

  @Fact("NQ8")
  void listHasAllProjectsWithLimitsOfTheirOwnWhateverTheFilter(CloudUnderTest cloud) {
    String one = cloud.project();
    String two = cloud.project();
    put(cloud, one, "'network': 7").orFail();
    put(cloud, two, "'network': 8").orFail();
    List<String> listed = new ArrayList<>();
    for (JsonNode quota : cloud.admin().get(NETWORK, "/quotas?project_id=" + one).at("/quotas")) {
      assertThat(quota.path("tenant_id")).isEqualTo(quota.path("project_id"));
      listed.add(quota.path("project_id").asText());
    }
    assertThat(listed).contains(one, two);
  }
}
