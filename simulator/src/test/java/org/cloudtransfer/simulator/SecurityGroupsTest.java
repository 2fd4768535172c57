package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.cloud.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupsTest {
  private static final String PATH = "/network/v2.0/security-groups";

  private final Simulator simulator = Simulator.start(SimulatorOptions.current());
  private final Client admin = Client.admin(simulator);
  private final Network network = simulator.cloud().network();

  @AfterEach
  void close() {
    simulator.close();
  }

  private Answer create(String attributes) {
    return admin.post(PATH, "{'security_group': {'project_id': 'p', " + attributes + "}}");
  }

  private Answer bulk(String groups) {
    return admin.post(PATH, "{'security_groups': [" + groups + "]}");
  }

  @Test
  void newGroupAdmitsAnyEgressOfBothFamilies() {
    Answer made = create("'name': 'web'");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/security_group/description").asText()).isEmpty();
    assertThat(network.rules(made.at("/security_group/id").asText()))
        .extracting(
            SecurityGroupRule::direction,
            SecurityGroupRule::ethertype,
            SecurityGroupRule::remoteGroupId)
        .containsExactly(tuple("egress", "IPv4", null), tuple("egress", "IPv6", null));
  }

  @Test
  void defaultGroupComesIntoBeingWithTheFirstPost() {
    create("'name': 'web'");
    SecurityGroup group = network.defaultGroup("p").orElseThrow();
    assertThat(group.description()).isEqualTo("Default security group");
    assertThat(network.rules(group.id()))
        .extracting(
            SecurityGroupRule::direction,
            SecurityGroupRule::ethertype,
            SecurityGroupRule::remoteGroupId)
        .containsExactlyInAnyOrder(
            tuple("egress", "IPv4", null),
            tuple("egress", "IPv6", null),
            tuple("ingress", "IPv4", group.id()),
            tuple("ingress", "IPv6", group.id()));
  }

  @Test
  void listingMakesTheDefaultGroupOfTheFirstProjectAskedFor() {
    admin.get(PATH + "?project_id=a&project_id=b");
    assertThat(network.defaultGroup("a")).isPresent();
    assertThat(network.defaultGroup("b")).isEmpty();
    admin.get(PATH + "?tenant_id=c");
    assertThat(network.defaultGroup("c")).isPresent();
  }

  @Test
  void listingWithoutProjectMakesTheCallersDefaultGroup() {
    admin.get(PATH);
    assertThat(network.defaultGroup(simulator.adminProject().id())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "Default", "DEFAULT"})
  void nameDefaultIsTakenInAnyCase(String name) {
    Answer answer = create("'name': '" + name + "'");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.type()).isEqualTo("SecurityGroupDefaultAlreadyExists");
  }

  @Test
  void namesNeedNotBeUniqueNorThere() {
    create("'name': 'twin'");
    assertThat(create("'name': 'twin'").status()).isEqualTo(201);
    assertThat(network.groups("p", "twin")).hasSize(2);
    assertThat(create("'description': 'x'").at("/security_group/name").asText()).isEmpty();
  }

  @Test
  void nameAndDescriptionHaveAtMost255Characters() {
    assertThat(create("'name': '" + "n".repeat(255) + "'").status()).isEqualTo(201);
    assertThat(create("'name': '" + "n".repeat(256) + "'").message())
        .endsWith("exceeds maximum length of 255.");
    assertThat(create("'description': '" + "d".repeat(256) + "'").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "description"})
  void nullIsNoText(String attribute) {
    Answer answer = create("'" + attribute + "': null");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .isEqualTo("Invalid input for " + attribute + ". Reason: 'None' is not a valid string.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "tags", "security_group_rules"})
  void someAttributesAreNotForPost(String attribute) {
    assertThat(create("'" + attribute + "': []").message())
        .isEqualTo("Attribute '" + attribute + "' not allowed in POST");
  }

  @Test
  void unknownAttributeIs400() {
    assertThat(create("'bananas': 1").message()).isEqualTo("Unrecognized attribute(s) 'bananas'");
  }

  @Test
  void ownersOldAndNewNameMustAgree() {
    assertThat(create("'tenant_id': 'q'").message())
        .isEqualTo("'project_id' and 'tenant_id' do not match");
    Answer old = admin.post(PATH, "{'security_group': {'tenant_id': 'q', 'name': 'n'}}");
    assertThat(old.at("/security_group/project_id").asText()).isEqualTo("q");
  }

  @Test
  void statefulIsKept() {
    assertThat(create("'stateful': false").at("/security_group/stateful").asBoolean()).isFalse();
    assertThat(create("'stateful': 'maybe'").type()).isEqualTo("InvalidInput");
  }

  @Test
  void quotaOfGroupsCountsForAdminsToo() {
    network.setQuota("p", "security_group", 2);
    assertThat(create("'name': 'a'").status()).isEqualTo(201);
    Answer refused = create("'name': 'b'");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("OverQuota");
    assertThat(refused.message()).isEqualTo("Quota exceeded for resources: ['security_group'].");
  }

  @Test
  void automaticRulesCountAgainstTheRuleQuota() {
    network.setQuota("p", "security_group_rule", 1);
    Answer refused = create("'name': 'a'");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.message()).contains("security_group_rule");
  }

  @Test
  void bulkIsAllOrNothing() {
    network.setQuota("p", "security_group", 2);
    String two = "{'name': 'a', 'project_id': 'p'}, {'name': 'b', 'project_id': 'p'}";
    network.ensureDefaultGroup("p");
    assertThat(bulk(two).status()).isEqualTo(409);
    assertThat(network.groups("p")).hasSize(1);
    network.setQuota("p", "security_group", -1);
    String withDefault = "{'name': 'a', 'project_id': 'p'}, {'name': 'default'}";
    assertThat(bulk(withDefault).status()).isEqualTo(409);
    assertThat(network.groups("p")).hasSize(1);
    network.setQuota("p", "security_group_rule", 7);
    assertThat(bulk(two).status()).isEqualTo(409);
    assertThat(network.groups("p")).hasSize(1);
    assertThat(bulk("").message()).isEqualTo("Resources required");
  }

  @Test
  void bulkMayMixProjects() {
    Answer answer = bulk("{'name': 'a', 'project_id': 'p'}, {'name': 'b', 'project_id': 'q'}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/security_groups").findValuesAsText("name")).containsExactly("a", "b");
  }

  @Test
  void filterValuesAreAlternativesAndFieldsCutDown() {
    create("'name': 'a'");
    create("'name': 'b'");
    create("'name': 'c'");
    Answer answer = admin.get(PATH + "?project_id=p&name=a&name=b&fields=name");
    assertThat(answer.at("/security_groups").findValuesAsText("name"))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(answer.at("/security_groups/0")).hasSize(1);
    String id = network.groups("p", "c").get(0).id();
    assertThat(admin.get(PATH + "?id=" + id).at("/security_groups")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bananas", "stateful"})
  void unknownFilterIs400(String name) {
    assertThat(admin.get(PATH + "?" + name + "=1").message())
        .isEqualTo("['" + name + "'] is invalid attribute for filtering");
  }

  @Test
  void pagesFollowTheLinks() {
    for (int i = 0; i < 5; i++) {
      create("'name': 'g" + i + "'");
    }
    String next = PATH + "?project_id=p&fields=name&limit=4&sort_key=name&sort_dir=desc";
    Answer first = admin.get(next);
    assertThat(first.at("/security_groups").findValuesAsText("name"))
        .containsExactly("g4", "g3", "g2", "g1");
    String href = first.at("/security_groups_links/0/href").asText();
    Answer second = admin.get(href.substring(simulator.url().length()));
    assertThat(second.at("/security_groups").findValuesAsText("name"))
        .containsExactly("g0", "default");
    assertThat(second.at("/security_groups_links").findValuesAsText("rel"))
        .containsExactly("previous");
    String back = second.at("/security_groups_links/0/href").asText();
    assertThat(
            admin
                .get(back.substring(simulator.url().length()))
                .at("/security_groups")
                .findValuesAsText("name"))
        .containsExactly("g4", "g3", "g2", "g1");
  }

  @Test
  void sortKeyNeedsADirection() {
    assertThat(admin.get(PATH + "?sort_key=id").message())
        .isEqualTo("The number of sort_keys and sort_dirs must be same");
    assertThat(admin.get(PATH + "?limit=x").status()).isEqualTo(400);
  }

  @Test
  void withoutSortKeyTheOrderIsThatOfIds() {
    for (int i = 0; i < 9; i++) {
      create("'name': 'g" + i + "'");
    }
    assertThat(admin.get(PATH + "?fields=id").at("/security_groups").findValuesAsText("id"))
        .isSorted();
  }

  @Test
  void descriptionCanBeChangedButDefaultNotRenamed() {
    String id = network.ensureDefaultGroup("p").id();
    Answer changed = admin.put(PATH + "/" + id, "{'security_group': {'description': 'marked'}}");
    assertThat(changed.at("/security_group/description").asText()).isEqualTo("marked");
    assertThat(changed.at("/security_group/revision_number").asInt()).isGreaterThan(1);
    Answer refused = admin.put(PATH + "/" + id, "{'security_group': {'name': 'x'}}");
    assertThat(refused.type()).isEqualTo("SecurityGroupCannotUpdateDefault");
    assertThat(admin.put(PATH + "/" + id, "{'security_group': {'id': 'x'}}").message())
        .isEqualTo("Cannot update read-only attribute id");
  }

  @Test
  void groupInUseCannotBeDeleted() {
    SecurityGroup group = network.addGroup("p", "web", "");
    network.markInUse(group.id());
    Answer refused = admin.delete(PATH + "/" + group.id());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("SecurityGroupInUse");
    assertThat(refused.message()).isEqualTo("Security Group " + group.id() + " in use.");
  }

  @Test
  void deletingAGroupTakesTheRulesThatPointToIt() {
    SecurityGroup gone = network.addGroup("p", "gone", "");
    SecurityGroup other = network.addGroup("p", "other", "");
    network.addRule(
        new SecurityGroupRule(
            null, "p", other.id(), "ingress", "IPv4", null, null, null, null, gone.id(), "", null));
    assertThat(network.rules(other.id())).hasSize(3);
    assertThat(admin.delete(PATH + "/" + gone.id()).status()).isEqualTo(204);
    assertThat(network.rules(other.id())).hasSize(2);
    assertThat(network.rules(gone.id())).isEmpty();
    assertThat(admin.get(PATH + "/" + gone.id()).type()).isEqualTo("SecurityGroupNotFound");
  }

  @Test
  void groupsHaveTags() {
    String path = PATH + "/" + network.addGroup("p", "web", "").id() + "/tags";
    assertThat(admin.put(path, "{'tags': ['moved', 'b']}").at("/tags")).hasSize(2);
    assertThat(admin.put(path + "/c", "{}").status()).isEqualTo(201);
    assertThat(admin.get(PATH + "?tags=moved,c&project_id=p").at("/security_groups")).hasSize(1);
    assertThat(admin.put(path, "{'tags': ['" + "t".repeat(256) + "']}").status()).isEqualTo(400);
    assertThat(admin.delete(path + "/c").status()).isEqualTo(204);
  }

  @Test
  void memberSeesItsOwnProjectOnly() {
    network.addGroup("p", "foreign", "");
    User user = simulator.cloud().identity().addUser("default", "m", "pw");
    String project = simulator.cloud().identity().addProject("default", "m").id();
    simulator.cloud().identity().grant(user.id(), project, "member");
    Client member = Client.of(simulator, "m", "pw", "Default", project);
    assertThat(member.get(PATH).at("/security_groups").findValuesAsText("name"))
        .containsExactly("default");
    Answer refused = member.post(PATH, "{'security_group': {'project_id': 'p'}}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).endsWith("requires admin privileges");
  }
}
