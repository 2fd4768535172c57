package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.resource.ResourceKind.SECURITY_GROUPS;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.UUID;
import org.cloudtransfer.simulator.cloud.Profile;
import org.junit.jupiter.api.io.TempDir;

/** Groups and rules arrive once each, and never admit more than they did. */
class SecurityGroupTransferTest {
  @TempDir private Path directory;

  private Run upload(CloudUnderTest cloud, ArchiveOf archive, String... options) {
    return cloud.upload(archive.only(SECURITY_GROUPS).write(directory), options);
  }

  @Fact({"D1", "D3", "N7", "D35"})
  void groupWithoutRulesArrivesWithoutRules(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    archive.group(project, "tight");
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "tight"))).isEmpty();
  }

  @Fact({"D3", "N7"})
  void automaticRulesStayWhereTheSourceHasThem(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.group(project, "half");
    archive.rule(group, RuleOf.egress()).rule(group, RuleOf.ingress().tcp(22));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "half")))
        .containsExactly("egress IPv4", "ingress IPv4 tcp 22-22");
  }

  @Fact({"D2", "N12"})
  void ruleWhoseRemoteGroupIsMissingIsWithheldInsteadOfOpenToTheWorld(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "db");
    archive.rule(group, RuleOf.ingress().tcp(5432).group(UUID.randomUUID().toString()));
    archive.rule(group, RuleOf.ingress().tcp(22).prefix("10.0.0.0/8"));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.count("security-group-rules", "withheld")).isEqualTo(1);
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "db")))
        .containsExactly("egress IPv4", "egress IPv6", "ingress IPv4 tcp 22-22 10.0.0.0/8");
  }

  @Fact({"D2", "N14"})
  void ruleFromAGroupOfAProjectThatIsGoneIsWithheld(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String lost = archive.usualGroup(CloudUnderTest.unknownId(), "lost");
    String group = archive.usualGroup(project, "db");
    archive.rule(group, RuleOf.ingress().tcp(5432).group(lost));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "db")))
        .containsExactly("egress IPv4", "egress IPv6");
  }

  @Fact("D4")
  void groupBelongsToItsOwnProjectWhoeverOwnsARule(CloudUnderTest cloud) {
    String project = cloud.project();
    String other = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "web");
    archive.rule(group, RuleOf.ingress().tcp(80).ownedBy(other));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode made = cloud.groupNamed(project, "web");
    assertThat(made.path("security_group_rules").findValuesAsText("project_id"))
        .containsOnly(project);
    assertThat(cloud.groups(other)).isEmpty();
  }

  @Fact({"D6", "N13", "D15"})
  void rulesBeyondTheQuotaAreNamedAsFailedAndComeWithTheNextRun(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.defaultGroup(project);
    quota(cloud, project, 4 + 2 + 2);
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "many");
    for (int port = 1; port <= 5; port++) {
      archive.rule(group, RuleOf.ingress().tcp(port));
    }
    Path tarball = archive.only(SECURITY_GROUPS).write(directory);
    Run run = cloud.upload(tarball);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    int left =
        run.count("security-group-rules", "failed") + run.count("security-group-rules", "withheld");
    assertThat(left).isBetween(3, 5);
    quota(cloud, project, 100);
    Run again = cloud.upload(tarball);
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "many"))).hasSize(7);
  }

  private static void quota(CloudUnderTest cloud, String project, int rules) {
    cloud
        .admin()
        .put(NETWORK, "/quotas/" + project, "{'quota': {'security_group_rule': " + rules + "}}")
        .orFail();
  }

  @Fact("N13")
  void groupsBeyondTheQuotaAreNamedAsFailedAndComeWithTheNextRun(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.defaultGroup(project);
    limitGroups(cloud, project, 2);
    ArchiveOf archive = new ArchiveOf();
    for (String name : new String[] {"a", "b", "c"}) {
      archive.usualGroup(project, name);
    }
    Path tarball = archive.only(SECURITY_GROUPS).write(directory);
    Run run = cloud.upload(tarball);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(cloud.groups(project)).hasSizeLessThan(2);
    limitGroups(cloud, project, 10);
    Run again = cloud.upload(tarball);
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(cloud.groupNames(project)).containsExactly("a", "b", "c");
  }

  private static void limitGroups(CloudUnderTest cloud, String project, int groups) {
    cloud
        .admin()
        .put(NETWORK, "/quotas/" + project, "{'quota': {'security_group': " + groups + "}}")
        .orFail();
  }

  @Fact("D11")
  void groupsOfOtherProjectsAndDescriptionsAreCarriedOver(CloudUnderTest cloud) {
    String one = cloud.project();
    String two = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String remote = archive.group(one, "remote", "who may come in", true);
    String group = archive.usualGroup(two, "local");
    archive.rule(group, RuleOf.ingress().tcp(80).group(remote).described("from next door"));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode madeRemote = cloud.groupNamed(one, "remote");
    assertThat(madeRemote.path("description").asText()).isEqualTo("who may come in");
    JsonNode local = cloud.groupNamed(two, "local");
    assertThat(CloudUnderTest.rules(local))
        .contains("ingress IPv4 tcp 80-80 group " + madeRemote.path("id").asText());
    assertThat(local.path("security_group_rules").findValuesAsText("description"))
        .contains("from next door");
  }

  @Fact(
      value = {"D11", "G9"},
      since = Profile.ZED)
  void statelessGroupsStayStateless(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    archive.group(project, "stateless", "", false);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode made = cloud.groupNamed(project, "stateless");
    assertThat(made.path("stateful").asBoolean(true)).isFalse();
  }

  @Fact(
      value = {"D11", "G9"},
      until = Profile.TRAIN)
  void statelessGroupsAreWithheldWhereThatIsUnknown(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    archive.group(project, "stateless", "", false);
    archive.usualGroup(project, "usual");
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.count("security-groups", "withheld")).isEqualTo(1);
    assertThat(cloud.groupNames(project)).containsExactly("usual");
  }

  @Fact("D11")
  void ringsAndSelfReferencesPointAtTheNewGroups(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String a = archive.group(project, "a");
    String b = archive.group(project, "b");
    archive.rule(a, RuleOf.ingress().tcp(1).group(b)).rule(b, RuleOf.ingress().tcp(1).group(a));
    archive.rule(a, RuleOf.ingress().tcp(2).group(a));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode madeA = cloud.groupNamed(project, "a");
    JsonNode madeB = cloud.groupNamed(project, "b");
    assertThat(CloudUnderTest.rules(madeA))
        .containsExactly(
            "ingress IPv4 tcp 1-1 group " + madeB.path("id").asText(), "ingress IPv4 tcp 2-2 self");
    assertThat(CloudUnderTest.rules(madeB))
        .containsExactly("ingress IPv4 tcp 1-1 group " + madeA.path("id").asText());
  }

  @Fact("D13")
  void groupWithoutDescriptionIsMade(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    archive.group(project, "plain", null, null);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.groupNamed(project, "plain").path("description").asText()).isEmpty();
  }

  @Fact({"D17", "D33", "N9"})
  void secondRunMakesNoSecondGroupOfAName(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    archive.usualGroup(project, "twin");
    archive.usualGroup(project, "twin");
    archive.usualGroup(project, "single");
    Path tarball = archive.only(SECURITY_GROUPS).write(directory);
    assertThat(cloud.upload(tarball).code()).isZero();
    Run again = cloud.upload(tarball);
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.writes()).isEmpty();
    assertThat(cloud.groupNames(project)).containsExactly("single", "twin", "twin");
  }

  @Fact({"D33", "D19"})
  void runWithoutTheJournalMakesNoSecondGroupEither(CloudUnderTest cloud) throws Exception {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "web");
    archive.rule(group, RuleOf.ingress().tcp(80));
    assertThat(upload(cloud, archive).code()).isZero();
    Path elsewhere = java.nio.file.Files.createDirectory(directory.resolve("elsewhere"));
    Run again = cloud.upload(archive.write(elsewhere));
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.writes()).isEmpty();
    assertThat(cloud.groupNames(project)).containsExactly("web");
  }

  @Fact("N9")
  void groupOfThatNameThatWasThereBeforeIsNotTouched(CloudUnderTest cloud) {
    String project = cloud.project();
    String neighbour = cloud.project();
    String theirs = cloud.group(project, "web");
    cloud.rule(theirs, project, "'direction': 'ingress', 'protocol': 'udp'");
    String next = cloud.group(neighbour, "web");
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "web");
    archive.rule(group, RuleOf.ingress().tcp(80));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.groups(project)).hasSize(2);
    for (JsonNode found : cloud.groups(project)) {
      boolean old = found.path("id").asText().equals(theirs);
      assertThat(CloudUnderTest.rules(found))
          .containsExactly(
              "egress IPv4", "egress IPv6", old ? "ingress IPv4 udp" : "ingress IPv4 tcp 80-80");
    }
    assertThat(cloud.groups(neighbour)).singleElement();
    assertThat(cloud.groups(neighbour).get(0).path("id").asText()).isEqualTo(next);
  }

  @Fact({"N8", "D6"})
  void defaultGroupThatWasThereIsAddedToAndNeverMadeAnew(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.defaultGroup(project);
    ArchiveOf archive = new ArchiveOf();
    String group = archive.defaultGroup(project);
    archive.rule(group, RuleOf.egress()).rule(group, RuleOf.ingress().tcp(22).prefix("10.0.0.0/8"));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.defaultGroup(project)))
        .containsExactly(
            "egress IPv4",
            "egress IPv6",
            "ingress IPv4 self",
            "ingress IPv4 tcp 22-22 10.0.0.0/8",
            "ingress IPv6 self");
    assertThat(cloud.groups(project)).isEmpty();
  }

  @Fact({"N8", "D3", "N7"})
  void defaultGroupThatThisRunBringsIntoBeingIsAsTightAsTheSources(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    archive.rule(archive.defaultGroup(project), RuleOf.ingress().tcp(22).prefix("10.0.0.0/8"));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.defaultGroup(project)))
        .containsExactly("ingress IPv4 tcp 22-22 10.0.0.0/8");
  }

  @Fact({"N8", "D3"})
  void defaultGroupCanBeMadeExactlyAsItWas(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.defaultGroup(project);
    archive.rule(group, RuleOf.egress().protocol("tcp", 443, 443));
    cloud.defaultGroup(project);
    Run run = upload(cloud, archive, "--default-groups", "exact");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.defaultGroup(project)))
        .containsExactly("egress IPv4 tcp 443-443");
  }

  @Fact("N8")
  void defaultGroupCanBeLeftAlone(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    archive.rule(archive.defaultGroup(project), RuleOf.ingress().tcp(22));
    Run run = upload(cloud, archive, "--default-groups", "skip");
    assertThat(run.writes()).isEmpty();
    assertThat(CloudUnderTest.rules(cloud.defaultGroup(project))).hasSize(4);
  }

  @Fact("N10")
  void ruleThatIsThereIsNoConflict(CloudUnderTest cloud) {
    String project = cloud.project();
    String there = cloud.defaultGroup(project).path("id").asText();
    cloud.rule(there, project, "'direction': 'ingress', 'protocol': 'udp'");
    ArchiveOf archive = new ArchiveOf();
    String group = archive.defaultGroup(project);
    archive.rule(group, RuleOf.ingress().protocol("udp", null, null));
    archive.rule(group, RuleOf.egress());
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.count("security-group-rules", "same")).isEqualTo(2);
    assertThat(run.writes()).isEmpty();
  }

  @Fact({"N11", "N10"})
  void ruleInAnotherSpellingIsTheSameRule(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "spelling");
    archive
        .rule(group, RuleOf.ingress().tcp(443))
        .rule(group, RuleOf.ingress().tcp(443).prefix("0.0.0.0/0"))
        .rule(group, RuleOf.ingress().protocol("6", 443, 443))
        .rule(group, RuleOf.egress().prefix("0.0.0.0/0"))
        .rule(group, RuleOf.ingress().ipv6().protocol("icmp", null, null))
        .rule(group, RuleOf.ingress().ipv6().protocol("ipv6-icmp", null, null));
    Path tarball = archive.only(SECURITY_GROUPS).write(directory);
    Run run = cloud.upload(tarball);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "spelling"))).hasSize(4);
    assertThat(cloud.upload(tarball).writes()).isEmpty();
  }

  @Fact("N11")
  void rulesOfEveryShapeArriveAndAreRecognisedAgain(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "shapes");
    archive
        .rule(group, RuleOf.ingress().prefix("192.0.2.7/32"))
        .rule(group, RuleOf.ingress().prefix("10.1.2.3/24"))
        .rule(group, RuleOf.ingress().ipv6().prefix("2001:DB8::1/64"))
        .rule(group, RuleOf.ingress().protocol("icmp", 8, null))
        .rule(group, RuleOf.ingress().protocol("icmp", 3, 4))
        .rule(group, RuleOf.ingress().protocol("icmp", 0, 0))
        .rule(group, RuleOf.ingress().ipv6().protocol("58", 135, null))
        .rule(group, RuleOf.ingress().protocol("112", null, null))
        .rule(group, RuleOf.ingress().protocol("tcp", 1, 65535))
        .rule(group, RuleOf.egress().protocol("17", 53, 53));
    Path tarball = archive.only(SECURITY_GROUPS).write(directory);
    Run run = cloud.upload(tarball);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "shapes"))).hasSize(12);
    Run again = cloud.upload(tarball);
    assertThat(again.writes()).isEmpty();
    assertThat(cloud.upload(tarball, "verify").code()).isZero();
  }

  @Fact({"D15", "N24"})
  void ruleThatNeutronRefusesIsNamedAndTheOthersOfItsGroupAreMade(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    String group = archive.usualGroup(project, "old");
    archive
        .rule(group, RuleOf.ingress().tcp(22))
        .rule(group, RuleOf.ingress().protocol("tcp", 0, 0))
        .rule(group, RuleOf.ingress().tcp(80));
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(
            run.count("security-group-rules", "failed")
                + run.count("security-group-rules", "withheld"))
        .isEqualTo(1);
    assertThat(CloudUnderTest.rules(cloud.groupNamed(project, "old")))
        .containsExactly(
            "egress IPv4", "egress IPv6", "ingress IPv4 tcp 22-22", "ingress IPv4 tcp 80-80");
  }

  @Fact("D32")
  void rulesOfAGroupAndGroupsOfAProjectGoInBulk(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf();
    for (int i = 0; i < 5; i++) {
      String group = archive.usualGroup(project, "group-" + i);
      for (int port = 1; port <= 6; port++) {
        archive.rule(group, RuleOf.ingress().tcp(port));
      }
    }
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.count("security-group-rules", "rows")).isEqualTo(40);
    assertThat(run.writes()).hasSizeLessThanOrEqualTo(1 + 5);
  }

  @Fact({"N14", "G10"})
  void groupsOfAProjectThatIsGoneAreWithheldAlthoughNeutronWouldTakeThem(CloudUnderTest cloud) {
    String gone = CloudUnderTest.unknownId();
    ArchiveOf archive = new ArchiveOf();
    archive.usualGroup(gone, "lost");
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.writes()).isEmpty();
  }
}
