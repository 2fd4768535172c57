package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.simulator.cloud.Profile.TRAIN;
import static org.cloudtransfer.simulator.cloud.Profile.ZED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.conformance.Client.Answer;

/** What Neutron answers when groups are made and listed. */
class SecurityGroupAnswersTest {
  private static final List<String> AUTOMATIC = List.of("egress IPv4", "egress IPv6");

  private static Answer post(CloudUnderTest cloud, String project, String fields) {
    return cloud
        .admin()
        .post(
            NETWORK,
            "/security-groups",
            "{'security_group': {'project_id': '%s', %s}}".formatted(project, fields));
  }

  private static void quota(CloudUnderTest cloud, String project, String limits) {
    cloud.admin().put(NETWORK, "/quotas/" + project, "{'quota': {" + limits + "}}").orFail();
  }

  @Fact({"G1", "N8"})
  void defaultGroupComesIntoBeingWithTheFirstListOfItsProject(CloudUnderTest cloud) {
    JsonNode group = cloud.defaultGroup(cloud.project());
    assertThat(group.path("description").asText()).isEqualTo("Default security group");
    assertThat(CloudUnderTest.rules(group))
        .containsExactly("egress IPv4", "egress IPv6", "ingress IPv4 self", "ingress IPv6 self");
  }

  @Fact({"G2", "N7", "D3"})
  void newGroupHasTwoRulesThatLetEverythingOut(CloudUnderTest cloud) {
    Answer answer = post(cloud, cloud.project(), "'name': 'group'");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(CloudUnderTest.rules(answer.at("/security_group"))).isEqualTo(AUTOMATIC);
  }

  @Fact({"G3", "N13"})
  void groupWhoseAutomaticRulesFindNoRoomIsOverQuota(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.defaultGroup(project);
    quota(cloud, project, "'security_group_rule': 5");
    assertThat(post(cloud, project, "'name': 'group'").refusal()).isEqualTo("409 OverQuota");
    assertThat(cloud.groups(project)).isEmpty();
  }

  @Fact({"G4", "N8", "D6"})
  void nameDefaultInAnySpellingAlreadyExists(CloudUnderTest cloud) {
    for (String name : List.of("default", "Default")) {
      assertThat(post(cloud, cloud.project(), "'name': '" + name + "'").refusal())
          .isEqualTo("409 SecurityGroupDefaultAlreadyExists");
    }
  }

  @Fact({"G5", "N9"})
  void namesAreNotUnique(CloudUnderTest cloud) {
    String project = cloud.project();
    post(cloud, project, "'name': 'twin'").orFail();
    assertThat(post(cloud, project, "'name': 'twin'").status()).isEqualTo(201);
    assertThat(cloud.groupNames(project)).containsExactly("twin", "twin");
  }

  @Fact("G6")
  void missingNameIsEmptyAndLongTextsAreRefused(CloudUnderTest cloud) {
    String project = cloud.project();
    Answer nameless = post(cloud, project, "'description': 'no name'");
    assertThat(nameless.status()).isEqualTo(201);
    assertThat(nameless.at("/security_group/name").asText()).isEmpty();
    String text = "x".repeat(256);
    assertThat(post(cloud, project, "'name': '" + text + "'").status()).isEqualTo(400);
    assertThat(post(cloud, project, "'name': 'n', 'description': '" + text + "'").status())
        .isEqualTo(400);
  }

  @Fact({"G7", "D13"})
  void descriptionMayNotBeNull(CloudUnderTest cloud) {
    assertThat(post(cloud, cloud.project(), "'name': 'n', 'description': null").refusal())
        .isEqualTo("400 HTTPBadRequest");
  }

  @Fact("G8")
  void idTagsAndRulesMayNotBePostedAndUnknownAttributesNeither(CloudUnderTest cloud) {
    String project = cloud.project();
    String id = "'id': '6f1b0e9c-0000-4000-8000-000000000000'";
    for (String field : List.of(id, "'tags': ['a']", "'security_group_rules': []")) {
      Answer answer = post(cloud, project, "'name': 'n', " + field);
      assertThat(answer.status()).as(field).isEqualTo(400);
      boolean known = !field.contains("tags") || cloud.profile().since(TRAIN);
      assertThat(answer.message())
          .contains(known ? "not allowed in POST" : "Unrecognized attribute(s)");
    }
    assertThat(post(cloud, project, "'name': 'n', 'bananas': 1").status()).isEqualTo(400);
  }

  @Fact(
      value = {"G9", "D11"},
      since = ZED)
  void statefulIsTaken(CloudUnderTest cloud) {
    Answer answer = post(cloud, cloud.project(), "'name': 'n', 'stateful': false");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/security_group/stateful").asBoolean(true)).isFalse();
  }

  @Fact("G10")
  void unknownProjectIsTaken(CloudUnderTest cloud) {
    assertThat(post(cloud, CloudUnderTest.unknownId(), "'name': 'n'").status()).isEqualTo(201);
  }

  @Fact({"G11", "D6", "N13"})
  void tooManyGroupsAreOverQuotaWithTheStatusOfAConflict(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.defaultGroup(project);
    quota(cloud, project, "'security_group': 1");
    Answer answer = post(cloud, project, "'name': 'n'");
    assertThat(answer.refusal()).isEqualTo("409 OverQuota");
    assertThat(answer.message()).startsWith("Quota exceeded for resources: ['security_group']");
  }

  @Fact(
      value = {"G12", "D11"},
      since = TRAIN)
  void tagsArePutOneCallLaterAndCanBeListedBy(CloudUnderTest cloud) {
    String group = cloud.group(cloud.project(), "tagged");
    String tag = CloudUnderTest.fresh("tag");
    Answer put =
        cloud
            .admin()
            .put(NETWORK, "/security-groups/" + group + "/tags", "{'tags': ['" + tag + "']}");
    assertThat(put.status()).isEqualTo(200);
    JsonNode found =
        cloud.admin().get(NETWORK, "/security-groups?tags=" + tag).at("/security_groups");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/id").asText()).isEqualTo(group);
  }

  @Fact({"G13", "D11"})
  void rulesHaveNoTags(CloudUnderTest cloud) {
    String project = cloud.project();
    String rule = cloud.rule(cloud.group(project, "g"), project, "'direction': 'ingress'");
    assertThat(
            cloud
                .admin()
                .put(NETWORK, "/security-group-rules/" + rule + "/tags", "{'tags': ['a']}")
                .status())
        .isEqualTo(404);
  }

  @Fact("G14")
  void filtersOfSeveralProjectsAreOred(CloudUnderTest cloud) {
    String one = cloud.project();
    String two = cloud.project();
    cloud.group(one, "a");
    cloud.group(two, "b");
    List<String> names = new ArrayList<>();
    cloud
        .admin()
        .get(NETWORK, "/security-groups?fields=name&project_id=" + one + "&project_id=" + two)
        .at("/security_groups")
        .forEach(g -> names.add(g.path("name").asText()));
    assertThat(names).contains("a", "b");
  }

  @Fact("G15")
  void pagingNeedsSortKeyAndSortDirection(CloudUnderTest cloud) {
    Client admin = cloud.admin();
    assertThat(admin.get(NETWORK, "/security-groups?limit=1&sort_key=id").status()).isEqualTo(400);
    assertThat(admin.get(NETWORK, "/security-groups?limit=1&sort_key=id&sort_dir=asc").status())
        .isEqualTo(200);
  }

  @Fact("G16")
  void groupsInBulkMayBeOfSeveralProjects(CloudUnderTest cloud) {
    String one = cloud.project();
    String two = cloud.project();
    assertThat(bulk(cloud, one, "a", two, "b").status()).isEqualTo(201);
    assertThat(cloud.groupNames(one)).containsExactly("a");
    assertThat(cloud.groupNames(two)).containsExactly("b");
  }

  @Fact("G17")
  void groupsInBulkAreMadeAllOrNone(CloudUnderTest cloud) {
    String project = cloud.project();
    assertThat(bulk(cloud, project, "a", project, "default").refusal())
        .isEqualTo("409 SecurityGroupDefaultAlreadyExists");
    assertThat(cloud.groups(project)).isEmpty();
  }

  private static Answer bulk(
      CloudUnderTest cloud, String one, String nameOfOne, String two, String nameOfTwo) {
    String body =
        """
        {'security_groups': [{'name': '%s', 'project_id': '%s'},
          {'name': '%s', 'project_id': '%s'}]}\
        """
            .formatted(nameOfOne, one, nameOfTwo, two);
    return cloud.admin().post(NETWORK, "/security-groups", body);
  }
}
