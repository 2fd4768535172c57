package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.RuleTemplate;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupUploadTest {
  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.newton(dir).projects("p", "q");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Network network() {
    return bench.cloud.cloud().network();
  }

  private SecurityGroup only(String project, String name) {
    List<SecurityGroup> groups = network().groups(project, name);
    assertThat(groups).as("groups %s of %s", name, project).hasSize(1);
    return groups.get(0);
  }

  /** The rules of a group in a few words each. */
  private Set<String> rules(SecurityGroup group) {
    return network().rules(group.id()).stream().map(this::words).collect(Collectors.toSet());
  }

  private String words(SecurityGroupRule r) {
    String remote =
        r.remoteGroupId() == null
            ? String.valueOf(r.remoteIpPrefix())
            : network().group(r.remoteGroupId()).map(g -> g.projectId() + "/" + g.name()).get();
    return String.join(
        " ",
        r.direction(),
        r.ethertype(),
        String.valueOf(r.protocol()),
        r.portRangeMin() + "-" + r.portRangeMax(),
        remote);
  }

  private static final String OUT4 = "egress IPv4 null null-null null";
  private static final String OUT6 = "egress IPv6 null null-null null";

  private Ran again(int code, String... args) {
    bench.cloud.requests().clear();
    Ran ran = bench.upload(args).exits(code);
    assertThat(bench.writes()).isEmpty();
    return ran;
  }

  // ---- groups

  /** D1, D3, D35: it is not dropped, and what Neutron adds to it unasked is taken away. */
  @Test
  void aGroupWithoutRulesArrivesWithoutRules() {
    bench.source.group("g", "p", "closed");

    Ran ran = bench.upload().exits(0);

    assertThat(rules(only("p", "closed"))).isEmpty();
    assertThat(ran.count("security-groups").created()).isEqualTo(1);
    again(0);
  }

  /** D3, N7. */
  @Test
  void automaticEgressStaysWhereTheSourceHasIt() {
    bench.source.group("g", "p", "open").openEgress("g").group("h", "p", "half");
    bench.source.rules(Rule.egress("h"));

    bench.upload().exits(0);

    assertThat(rules(only("p", "open"))).containsExactlyInAnyOrder(OUT4, OUT6);
    assertThat(rules(only("p", "half"))).containsExactly(OUT4);
    again(0);
  }

  @Test
  void tightenedEgressStaysTight() {
    bench
        .source
        .group("g", "p", "tight")
        .rules(Rule.egress("g").tcp(443, 443).net("10.0.0.0/8"), Rule.ingress("g").tcp(22, 22));

    bench.upload().exits(0);

    assertThat(rules(only("p", "tight")))
        .containsExactlyInAnyOrder(
            "egress IPv4 tcp 443-443 10.0.0.0/8", "ingress IPv4 tcp 22-22 null");
  }

  /** D13. */
  @Test
  void aNullDescriptionIsSentAsEmpty() {
    bench.source.group("g", "p", "web", null).openEgress("g");

    bench.upload().exits(0);

    assertThat(only("p", "web").description()).isEmpty();
    again(0);
  }

  @Test
  void namesAndDescriptionsOfEveryKindArrive() {
    String hard = "J\u00fcrgen's \"group\" \\ 漢字 🦄\nsecond line\ttab";
    bench.source.group("g", "p", hard, hard).openEgress("g").group("h", "p", "").openEgress("h");

    bench.upload().exits(0);

    assertThat(only("p", hard).description()).isEqualTo(hard);
    assertThat(network().groups("p", "")).hasSize(1);
    again(0);
  }

  /** N9: names are not unique. */
  @Test
  void groupsOfOneNameStayApart() {
    bench
        .source
        .group("g1", "p", "web")
        .group("g2", "p", "web")
        .group("g3", "q", "web")
        .rules(
            Rule.ingress("g1").tcp(1, 1),
            Rule.ingress("g2").tcp(2, 2),
            Rule.ingress("g3").tcp(3, 3));

    bench.upload().exits(0);

    assertThat(network().groups("p", "web").stream().map(this::rules))
        .containsExactlyInAnyOrder(
            Set.of("ingress IPv4 tcp 1-1 null"), Set.of("ingress IPv4 tcp 2-2 null"));
    assertThat(rules(only("q", "web"))).containsExactly("ingress IPv4 tcp 3-3 null");
    again(0);
  }

  @Test
  void twinsAreBothMade() {
    bench.source.group("g1", "p", "web").group("g2", "p", "web").openEgress("g1", "g2");

    bench.upload().exits(0);

    assertThat(network().groups("p", "web")).hasSize(2);
    again(0);
  }

  /** N9, and invariant 4. */
  @Test
  void aGroupOfTheSameNameButOtherContentIsLeftAloneAndOursMadeBesideIt() {
    SecurityGroup theirs = network().addGroup("p", "web", "theirs");
    network().addRule(theirs, "ingress", "IPv4", "tcp", 1, 65535, null, null);
    Set<String> before = rules(theirs);
    bench.source.group("g", "p", "web", "ours").rules(Rule.ingress("g").tcp(80, 80));

    bench.upload().exits(0);

    assertThat(rules(theirs)).isEqualTo(before);
    assertThat(network().group(theirs.id())).contains(theirsNow(theirs));
    assertThat(network().groups("p", "web")).hasSize(2);
    again(0);
  }

  private SecurityGroup theirsNow(SecurityGroup theirs) {
    return network().group(theirs.id()).filter(g -> g.description().equals("theirs")).orElseThrow();
  }

  @Test
  void aGroupThatIsThereAlreadyAndEqualIsNotDoubled() {
    SecurityGroup theirs = network().addGroup("p", "web", "d");
    network().addRule(theirs, "ingress", "IPv4", "tcp", 80, 80, null, theirs.id());
    bench
        .source
        .group("g", "p", "web", "d")
        .openEgress("g")
        .rules(Rule.ingress("g").tcp(80, 80).from("g"));

    Ran ran = bench.upload().exits(0);

    assertThat(ran.count("security-groups").same()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").same()).isEqualTo(3);
    assertThat(bench.writes()).isEmpty();
    assertThat(network().groups("p", "web")).hasSize(1);
  }

  @Test
  void aGroupOfAMissingProjectIsWithheldWithItsRules() {
    bench.source.group("g", "gone", "web").rules(Rule.ingress("g"), Rule.egress("g"));

    Ran ran = bench.upload().exits(1).says("the project gone is not in the target"); // D10, N14

    assertThat(ran.count("security-groups").withheld()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(2);
    assertThat(network().groups("gone")).isEmpty();
    assertThat(bench.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Default", "DEFAULT", "default"})
  void aGroupCalledDefaultThatIsNotItsProjectsDefaultIsWithheld(String name) {
    bench.source.group("g", "p", name).rules(Rule.ingress("g").tcp(1, 1));
    bench.source.group("h", "p", "web").rules(Rule.ingress("h").from("g"));

    Ran ran = bench.upload().exits(1).says("is not its project's default group");

    assertThat(ran.count("security-groups").withheld()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(2);
    assertThat(rules(only("p", "web"))).isEmpty();
    again(1);
  }

  /** A target that knows only stateful groups would let the replies in. */
  @Test
  void aStatelessGroupIsWithheldWhereThatIsUnknown() {
    bench.source.stateless("g", "p", "fast").openEgress("g");

    bench.upload().exits(1).says("stateless");

    assertThat(network().groups("p")).noneMatch(g -> g.name().equals("fast"));
  }

  @Test
  void aStatelessGroupStaysStatelessWhereThatIsKnown() {
    try (Bench current = Bench.current(dir.resolve("c")).projects("p")) {
      current.source.stateless("g", "p", "fast").openEgress("g").group("h", "p", "slow");
      current.source.openEgress("h");

      current.upload().exits(0);

      Network net = current.cloud.cloud().network();
      assertThat(net.groups("p", "fast").get(0).stateful()).isFalse();
      assertThat(net.groups("p", "slow").get(0).stateful()).isTrue();
    }
  }

  @Test
  void aGroupThatSomebodyDeletedAfterwardsIsNotMadeAgain() {
    bench.source.group("g", "p", "web").openEgress("g");
    bench.upload().exits(0);
    network().removeGroup(only("p", "web").id());

    Ran ran = again(1).says("deleted since");

    assertThat(ran.count("security-groups").withheld()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(2);
  }

  @Test
  void aRuleThatSomebodyDeletedAfterwardsIsNotMadeAgain() {
    bench.source.group("g", "p", "web").rules(Rule.ingress("g").tcp(80, 80));
    bench.upload().exits(0);
    network().removeRule(network().rules(only("p", "web").id()).get(0).id());

    assertThat(again(1).count("security-group-rules").withheld()).isEqualTo(1);
  }

  /** Invariant 4: what somebody put into our group afterwards is theirs. */
  @Test
  void aRuleThatSomebodyAddedAfterwardsStays() {
    bench.source.group("g", "p", "web");
    bench.upload().exits(0);
    SecurityGroup web = only("p", "web");
    network().addRule(web, "egress", "IPv4", null, null, null, null, null);

    again(0);

    assertThat(rules(web)).containsExactly(OUT4);
  }

  // ---- rules and their remotes

  @Test
  void selfReferencesCyclesAndCrossProjectReferencesComeOutRight() {
    bench
        .source
        .group("a", "p", "a")
        .group("b", "p", "b")
        .group("c", "q", "c")
        .rules(
            Rule.ingress("a").from("a"),
            Rule.ingress("a").tcp(1, 1).from("b"),
            Rule.ingress("b").tcp(2, 2).from("c"),
            Rule.ingress("c").tcp(3, 3).from("a")); // D11

    bench.upload().exits(0);

    assertThat(rules(only("p", "a")))
        .containsExactlyInAnyOrder("ingress IPv4 null null-null p/a", "ingress IPv4 tcp 1-1 p/b");
    assertThat(rules(only("p", "b"))).containsExactly("ingress IPv4 tcp 2-2 q/c");
    assertThat(rules(only("q", "c"))).containsExactly("ingress IPv4 tcp 3-3 p/a");
    again(0);
  }

  /** D2, N12: "from group X" never becomes "from anywhere". */
  @Test
  void aRuleWhoseRemoteGroupIsUnknownIsWithheld() {
    bench
        .source
        .group("g", "p", "web")
        .rules(Rule.ingress("g").tcp(80, 80).from("nobody"), Rule.ingress("g").tcp(22, 22));

    Ran ran = bench.upload().exits(1).says("admits the group nobody", "admit everybody");

    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(1);
    assertThat(rules(only("p", "web"))).containsExactly("ingress IPv4 tcp 22-22 null");
    again(1);
  }

  @Test
  void aRuleWhoseRemoteGroupWasWithheldIsWithheld() {
    bench
        .source
        .group("g", "p", "web")
        .group("h", "gone", "db")
        .rules(Rule.ingress("g").tcp(80, 80).from("h"));

    Ran ran = bench.upload().exits(1);

    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(1);
    assertThat(rules(only("p", "web"))).isEmpty();
  }

  @Test
  void aRuleWhoseRemoteGroupTheTargetRefusedIsWithheld() {
    bench
        .source
        .neutron("q", "security_group", 0)
        .group("g", "p", "web")
        .group("h", "q", "db")
        .rules(Rule.ingress("g").tcp(80, 80).from("h"));

    Ran ran = bench.upload().exits(1);

    assertThat(ran.count("security-groups").failed()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(1);
    assertThat(rules(only("p", "web"))).isEmpty();
  }

  @Test
  void aRuleOfAProjectThatWasNotSelectedIsNoRemote() {
    bench
        .source
        .group("g", "p", "web")
        .group("h", "q", "db")
        .rules(Rule.ingress("g").tcp(80, 80).from("h"), Rule.ingress("h").tcp(3306, 3306));

    Ran ran = bench.upload("--project", "p").exits(1); // N23

    assertThat(network().groups("q")).isEmpty();
    assertThat(rules(only("p", "web"))).isEmpty();
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(1);
    bench.upload().exits(0);
    assertThat(rules(only("p", "web"))).containsExactly("ingress IPv4 tcp 80-80 q/db");
  }

  @Test
  void aRuleWithoutItsGroupIsWithheld() {
    bench.source.group("g", "p", "web").openEgress("g").rules(Rule.ingress("lost").tcp(1, 1));

    assertThat(bench.upload().exits(1).count("security-group-rules").withheld()).isEqualTo(1);
  }

  /** D4: an administrator put a rule into somebody's group. */
  @Test
  void aRulesProjectIsItsGroups() {
    bench.source.group("g", "p", "web").rules(Rule.ingress("g").tcp(80, 80).owner("q"));

    bench.upload().exits(0);

    assertThat(network().rules(only("p", "web").id()))
        .extracting(SecurityGroupRule::projectId)
        .containsExactly("p");
    assertThat(network().rulesOwnedBy("q")).isEmpty();
    assertThat(network().rulesOwnedBy(bench.cloud.adminProject().id()).stream())
        .noneMatch(r -> "tcp".equals(r.protocol()));
  }

  @Test
  void descriptionsOfRulesAreCarriedWhereTheTargetKeepsThem() {
    bench
        .source
        .group("g", "p", "web")
        .rules(Rule.ingress("g").tcp(80, 80).says("for J\u00fcrgen"));

    bench.upload().exits(0); // D11

    assertThat(network().rules(only("p", "web").id()).get(0).description())
        .isEqualTo("for J\u00fcrgen");
  }

  /** D6, N10, N11: what the target takes for one rule is one rule, and no failure. */
  @Test
  void rulesThatTheTargetTakesForTheSameAreMadeOnce() {
    try (Bench b =
        Bench.of(SimulatorOptions.newton().anywhereIsNone(true), dir.resolve("n94"))
            .projects("p")) {
      b.source
          .group("g", "p", "web")
          .rules(
              Rule.ingress("g").tcp(80, 80),
              Rule.ingress("g").tcp(80, 80).net("0.0.0.0/0"),
              Rule.ingress("g").protocol("6").ports(80, 80),
              Rule.ingress("g").protocol("icmp").v6().net("::/0"),
              Rule.ingress("g").protocol("1").v6());

      Ran ran = b.upload().exits(0);

      assertThat(ran.count("security-group-rules").created()).isEqualTo(2);
      assertThat(ran.count("security-group-rules").same()).isEqualTo(3);
      b.cloud.requests().clear();
      b.upload().exits(0);
      assertThat(b.writes()).isEmpty();
    }
  }

  @Test
  void everySpellingOfARuleIsRecognisedOnACurrentCloud() {
    try (Bench b = Bench.current(dir.resolve("c")).projects("p")) {
      b.source
          .group("g", "p", "web")
          .rules(
              Rule.ingress("g").protocol("icmp").v6(),
              Rule.ingress("g").tcp(1, 65535),
              Rule.ingress("g").protocol("UDP").ports(53, 53).net("10.1.2.3"),
              Rule.ingress("g").protocol("vrrp"),
              Rule.ingress("g").protocol("47"),
              Rule.ingress("g").net("2001:DB8::0/32").v6(),
              Rule.ingress("g").net("10.1.2.3/8"));

      Ran ran = b.upload().exits(0);

      assertThat(ran.count("security-group-rules").created()).isEqualTo(7);
      b.cloud.requests().clear();
      assertThat(b.upload().exits(0).count("security-group-rules").same()).isEqualTo(7);
      assertThat(b.writes()).isEmpty();
    }
  }

  /** Neutron answers with a length, and such a rule was made and then said to have failed. */
  @Test
  void aPrefixWithANetmaskIsTheOneThatNeutronMakesOfIt() {
    bench
        .source
        .group("g", "p", "web")
        .rules(
            Rule.ingress("g").net("10.0.0.0/255.255.0.0"),
            Rule.ingress("g").net("10.1.2.3/255.0.0.0"),
            Rule.ingress("g").net("192.168.0.0/0.0.255.255"),
            Rule.ingress("g").net("fd00::/ffff:ffff::").v6());

    Ran ran = bench.upload().exits(0);

    assertThat(ran.count("security-group-rules").created()).isEqualTo(4);
    assertThat(rules(only("p", "web")))
        .containsExactlyInAnyOrder(
            "ingress IPv4 null null-null 10.0.0.0/16",
            "ingress IPv4 null null-null 10.1.2.3/8",
            "ingress IPv4 null null-null 192.168.0.0/16",
            "ingress IPv6 null null-null fd00::/32");
    assertThat(again(0).count("security-group-rules").same()).isEqualTo(4);
    bench.command("verify").exits(0);
  }

  /** What was worth knowing the first time is so the second time. */
  @Test
  void twoRulesThatAreOneToTheTargetAreToldEachTime() {
    String told = "The target takes it for the same as another rule here";
    bench
        .source
        .group("g", "p", "web")
        .rules(
            Rule.ingress("g").tcp(80, 80),
            Rule.ingress("g").protocol("6").ports(80, 80),
            Rule.ingress("g").tcp(81, 81));

    Ran first = bench.upload().exits(0).says(told);
    Ran second = again(0).says(told);

    assertThat(first.count("security-group-rules").created()).isEqualTo(2);
    assertThat(second.count("security-group-rules").same()).isEqualTo(3);
    assertThat(second.out().lines().filter(line -> line.startsWith("    security-group-rules  ")))
        .hasSize(1);
  }

  @Test
  void novaNetworksMinusOneIsAnyIcmp() {
    bench.source.group("g", "p", "web").rules(Rule.ingress("g").protocol("icmp").ports(-1, -1));

    bench.upload().exits(0);

    assertThat(rules(only("p", "web"))).containsExactly("ingress IPv4 icmp null-null null");
    again(0);
  }

  @Test
  void portZeroIsWithheldAsTheTargetRefusesIt() {
    bench
        .source
        .group("g", "p", "web")
        .rules(Rule.ingress("g").tcp(0, 65535), Rule.ingress("g").protocol("icmp").ports(0, 0));

    Ran ran = bench.upload().exits(1).says("port 0");

    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(1);
    assertThat(rules(only("p", "web"))).containsExactly("ingress IPv4 icmp 0-0 null");
    again(1);
  }

  /** N24: of a bulk of rules only the bad one fails. */
  @Test
  void oneBadRuleDoesNotLoseTheOthers() {
    bench
        .source
        .group("g", "p", "web")
        .rules(
            Rule.ingress("g").tcp(80, 80),
            Rule.ingress("g").protocol("no-such-protocol"),
            Rule.ingress("g").tcp(443, 443),
            Rule.ingress("g").net("999.1.2.3/8"),
            Rule.ingress("g").tcp(90, 80));

    Ran ran = bench.upload().exits(1).says("the target refused");

    assertThat(ran.count("security-group-rules").failed()).isEqualTo(3);
    assertThat(ran.count("security-group-rules").created()).isEqualTo(2);
    assertThat(rules(only("p", "web"))).hasSize(2);
  }

  /** N24: of a bulk of groups only the bad one fails. */
  @Test
  void oneBadGroupDoesNotLoseTheOthers() {
    bench
        .source
        .group("g1", "p", "one")
        .group("g2", "p", "x".repeat(300))
        .group("g3", "q", "three")
        .openEgress("g1", "g2", "g3");

    Ran ran = bench.upload().exits(1);

    assertThat(ran.count("security-groups").failed()).isEqualTo(1);
    assertThat(ran.count("security-groups").created()).isEqualTo(2);
    assertThat(network().groups("p", "one")).hasSize(1);
    assertThat(network().groups("q", "three")).hasSize(1);
  }

  @Test
  void manyRulesAndGroupsAreAllMade() {
    bench.source.neutron("p", "security_group", -1).neutron("p", "security_group_rule", -1);
    for (int g = 0; g < 45; g++) {
      bench.source.group("g" + g, "p", "g" + g);
    }
    for (int port = 1; port <= 130; port++) {
      bench.source.rules(Rule.ingress("g7").tcp(port, port));
    }

    Ran ran = bench.upload().exits(0);

    assertThat(ran.count("security-groups").created()).isEqualTo(45);
    assertThat(rules(only("p", "g7"))).hasSize(130);
    assertThat(bench.writes().size()).isLessThan(110); // D32: bulks
    again(0);
  }

  // ---- over quota is not "exists" (D6, N13)

  @Test
  void aGroupOverQuotaFailsAndIsNotTakenForAnother() {
    SecurityGroup theirs = network().addGroup("p", "web", "");
    Set<String> before = rules(theirs);
    network().setQuota("p", "security_group", 1);
    bench.source.group("g", "p", "web").rules(Rule.ingress("g").tcp(80, 80));

    Ran ran = bench.upload().exits(1).says("quota", "Raise security_group");

    assertThat(ran.count("security-groups").failed()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(1);
    assertThat(rules(theirs)).isEqualTo(before);
  }

  @Test
  void rulesOverQuotaFailAndAreNotTakenForPresent() {
    bench.source.neutron("p", "security_group_rule", 8).group("g", "p", "web").openEgress("g");
    for (int port = 1; port <= 10; port++) {
      bench.source.rules(Rule.ingress("g").tcp(port, port));
    }

    Ran ran = bench.upload().exits(1).says("Raise security_group_rule of the project p");

    assertThat(ran.count("security-group-rules").failed()).isEqualTo(8);
    assertThat(ran.count("security-group-rules").created()).isEqualTo(2);
    assertThat(ran.count("security-group-rules").same()).isEqualTo(2);
    bench.cloud.cloud().network().setQuota("p", "security_group_rule", 100);
  }

  @Test
  void aQuotaThatThisRunRaisesFirstCounts() {
    for (int i = 0; i < 15; i++) {
      bench.source.group("g" + i, "p", "g" + i);
    }
    bench.source.neutron("p", "security_group", 30);

    bench.upload().exits(0);
  }

  /** The source was full to the brim, without the rules that Neutron adds. */
  @Test
  void rulesThatFitOnceTheAutomaticOnesAreGoneAreMade() {
    bench.source.neutron("p", "security_group_rule", 8).defaultGroup("d", "p").untouched("d");
    bench.source.group("g", "p", "web");
    for (int port = 1; port <= 4; port++) {
      bench.source.rules(Rule.ingress("g").tcp(port, port));
    }

    bench.upload().exits(0);

    assertThat(rules(only("p", "web"))).hasSize(4);
  }

  // ---- default groups (N8)

  @Test
  void aDefaultGroupThatDidNotExistIsMadeByAskingAndBecomesTheSources() {
    bench
        .source
        .defaultGroup("d", "p")
        .rules(Rule.ingress("d").from("d"), Rule.ingress("d").tcp(22, 22));

    Ran ran = bench.upload().exits(0);

    assertThat(rules(network().defaultGroup("p").orElseThrow()))
        .containsExactlyInAnyOrder(
            "ingress IPv4 null null-null p/default", "ingress IPv4 tcp 22-22 null");
    assertThat(network().groups("p", "default")).hasSize(1);
    assertThat(ran.count("security-groups").failed()).isZero();
    again(0);
  }

  @Test
  void anUntouchedDefaultGroupNeedsNoWrite() {
    bench.source.defaultGroup("d", "p").untouched("d");

    bench.upload().exits(0);

    assertThat(bench.writes()).isEmpty();
    assertThat(rules(network().defaultGroup("p").orElseThrow())).hasSize(4);
    again(0);
  }

  @Test
  void aDefaultGroupComesOutTheSameBesideOtherGroupsOfItsProject() {
    bench.source.defaultGroup("d", "p").rules(Rule.ingress("d").tcp(22, 22));
    for (int i = 0; i < 5; i++) {
      bench.source.group("g" + i, "p", "g" + i).openEgress("g" + i);
    }

    bench.upload("--workers", "4").exits(0);

    assertThat(rules(network().defaultGroup("p").orElseThrow()))
        .containsExactly("ingress IPv4 tcp 22-22 null");
    again(0);
  }

  @Test
  void mergeAddsToADefaultGroupThatWasThereAndRemovesNothing() {
    SecurityGroup theirs = network().ensureDefaultGroup("p");
    network().addRule(theirs, "ingress", "IPv4", "tcp", 3389, 3389, null, null);
    bench.source.defaultGroup("d", "p").rules(Rule.ingress("d").tcp(22, 22));

    Ran ran = bench.upload().exits(0).says("admits more", "3389", "--default-groups exact");

    assertThat(rules(theirs)).hasSize(6).contains("ingress IPv4 tcp 22-22 null");
    assertThat(ran.count("security-group-rules").created()).isEqualTo(1);
    again(0);
  }

  @Test
  void skipLeavesDefaultGroupsAlone() {
    SecurityGroup theirs = network().ensureDefaultGroup("p");
    Set<String> before = rules(theirs);
    bench.source.defaultGroup("d", "p").rules(Rule.ingress("d").tcp(22, 22));
    bench.source.defaultGroup("e", "q").rules(Rule.ingress("e").tcp(22, 22));
    bench.source.group("g", "p", "web").rules(Rule.ingress("g").tcp(80, 80));

    Ran ran = bench.upload("--default-groups", "skip").exits(1).says("default groups are skipped");

    assertThat(rules(theirs)).isEqualTo(before);
    assertThat(network().groups("q")).isEmpty();
    assertThat(ran.count("security-groups").withheld()).isEqualTo(2);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(2);
    assertThat(ran.count("security-group-rules").created()).isEqualTo(1);
    again(1, "--default-groups", "skip");
  }

  @Test
  void exactMakesADefaultGroupTheSources() {
    SecurityGroup theirs = network().ensureDefaultGroup("p");
    network().addRule(theirs, "ingress", "IPv4", "tcp", 3389, 3389, null, null);
    bench
        .source
        .defaultGroup("d", "p")
        .rules(Rule.ingress("d").tcp(22, 22), Rule.egress("d"), Rule.ingress("d").from("nobody"));

    bench.upload("--default-groups", "exact").exits(1);

    assertThat(rules(theirs)).containsExactlyInAnyOrder("ingress IPv4 tcp 22-22 null", OUT4);
    again(1, "--default-groups", "exact");
  }

  @Test
  void aSecondThoughtMayMakeADefaultGroupExact() {
    SecurityGroup theirs = network().ensureDefaultGroup("p");
    bench.source.defaultGroup("d", "p").rules(Rule.ingress("d").tcp(22, 22));
    bench.upload().exits(0);

    bench.upload("--default-groups", "exact").exits(0);

    assertThat(rules(theirs)).containsExactly("ingress IPv4 tcp 22-22 null");
    again(0, "--default-groups", "exact");
  }

  @Test
  void aDefaultGroupMayBeARemoteAndHaveOne() {
    bench
        .source
        .defaultGroup("d", "p")
        .defaultGroup("e", "q")
        .group("g", "p", "web")
        .rules(
            Rule.ingress("g").tcp(80, 80).from("d"),
            Rule.ingress("d").tcp(81, 81).from("g"),
            Rule.ingress("d").tcp(82, 82).from("e"));

    bench.upload().exits(0);

    assertThat(rules(only("p", "web"))).containsExactly("ingress IPv4 tcp 80-80 p/default");
    assertThat(rules(network().defaultGroup("p").orElseThrow()))
        .containsExactlyInAnyOrder(
            "ingress IPv4 tcp 81-81 p/web", "ingress IPv4 tcp 82-82 q/default");
    assertThat(rules(network().defaultGroup("q").orElseThrow())).isEmpty();
    again(0);
  }

  /** Listing groups as administrator creates default groups: looking must not. */
  @Test
  void lookingAtProjectsMakesNothingInThem() {
    bench.source.group("g", "p", "web").rules(Rule.ingress("g").from("h")).group("h", "q", "db");

    bench.command("plan");

    assertThat(network().groups("p")).isEmpty();
    assertThat(network().groups("q")).isEmpty();
    assertThat(bench.writes()).isEmpty();
  }

  // ---- journal lost (D18, D33)

  private void loseJournal() throws java.io.IOException {
    Files.delete(bench.journal());
  }

  @Test
  void withoutItsJournalASecondRunRecognisesWhatTheFirstMade() throws java.io.IOException {
    bench
        .source
        .group("a", "p", "web")
        .group("b", "p", "web")
        .group("c", "q", "c")
        .defaultGroup("d", "p")
        .untouched("d")
        .openEgress("c")
        .rules(
            Rule.ingress("a").from("b"),
            Rule.ingress("b").from("c"),
            Rule.ingress("c").from("a"),
            Rule.ingress("a").from("d").tcp(1, 1));
    bench.upload().exits(0);
    var before = bench.cloud.dump();
    loseJournal();

    Ran ran = again(0);

    assertThat(ran.count("security-groups").same()).isEqualTo(4);
    assertThat(bench.cloud.dump()).isEqualTo(before);
  }

  @Test
  void withoutItsJournalAGroupThatIsNotCompleteIsRecognisedToo() throws java.io.IOException {
    bench
        .source
        .group("g", "p", "web")
        .rules(
            Rule.ingress("g").tcp(0, 100),
            Rule.ingress("g").tcp(-1, -1),
            Rule.ingress("g").tcp(80, 80),
            Rule.ingress("g").tcp(90, 90).from("nobody"));
    bench.upload().exits(1);
    loseJournal();

    Ran ran = bench.upload().exits(1).says("port 0", "negative port", "admits the group nobody");

    assertThat(network().groups("p", "web")).hasSize(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(3);
  }

  /** A rule that names a group which is never made is missing in the target for good. */
  @Test
  void withoutItsJournalAGroupThatNamesOneNotCarriedIsRecognisedToo() throws java.io.IOException {
    bench
        .source
        .group("g", "p", "web")
        .group("d", "p", "Default")
        .group("o", "q", "other")
        .rules(
            Rule.ingress("g").from("d"),
            Rule.ingress("g").from("o"),
            Rule.ingress("g").tcp(80, 80));
    bench.upload("--project", "p").exits(1);
    loseJournal();

    Ran ran = bench.upload("--project", "p").exits(1);

    assertThat(network().groups("p", "web")).hasSize(1);
    assertThat(ran.count("security-groups").same()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(2);
  }

  /** What the target refused is missing in it for good. */
  @Test
  void withoutItsJournalAGroupWithRefusedRulesIsRecognisedToo() throws java.io.IOException {
    bench
        .source
        .group("g", "p", "web")
        .rules(
            Rule.ingress("g").tcp(200, 100),
            Rule.ingress("g").tcp(81, 81).net("::/0"),
            Rule.ingress("g").protocol("icmpv6"),
            Rule.ingress("g").tcp(80, 80));
    assertThat(bench.upload().exits(1).count("security-group-rules").failed()).isEqualTo(3);
    loseJournal();

    Ran ran = bench.upload().exits(1).says("lacks it");

    assertThat(network().groups("p", "web")).hasSize(1);
    assertThat(ran.count("security-group-rules").withheld()).isEqualTo(3);
    assertThat(ran.count("security-group-rules").same()).isEqualTo(1);
  }

  /** What is refused for one spelling is not refused for the other. */
  @Test
  void aRuleOfTheWrongFamilyDoesNotTakeAValidOneWithIt() {
    bench
        .source
        .group("g", "p", "web")
        .rules(
            Rule.ingress("g").tcp(80, 80).net("::/0"),
            Rule.ingress("g").tcp(80, 80).net("0.0.0.0/0"));

    Ran ran = bench.upload().exits(1);

    assertThat(ran.count("security-group-rules").failed()).isEqualTo(1);
    assertThat(ran.count("security-group-rules").created()).isEqualTo(1);
  }

  @Test
  void aSelectionWithoutGroupsTouchesNone() {
    bench.source.group("g", "p", "web").nova("p", "cores", 40);

    bench.upload("--nova-quotas").exits(0);

    assertThat(network().groups("p")).isEmpty();
    bench.upload().exits(0);
    assertThat(network().groups("p", "web")).hasSize(1);
  }

  /** Since 2023.2 an administrator decides which rules new groups get. */
  @Test
  void rulesOfTemplatesAreRemovedUnlessTheSourceHasThem() {
    try (Bench late = Bench.of(SimulatorOptions.of(Profile.EPOXY), dir.resolve("late"))) {
      List<RuleTemplate> templates = new ArrayList<>(RuleTemplate.CLASSIC);
      templates.add(
          new RuleTemplate(
              "ssh", "ingress", "IPv4", "tcp", 22, 22, "0.0.0.0/0", false, true, true));
      late.projects("p").cloud.cloud().network().setTemplates(templates);
      late.source
          .defaultGroup("d", "p")
          .group("web", "p", "web")
          .untouched("d")
          .rules(Rule.egress("web"), Rule.ingress("web").tcp(22, 22));

      late.command("plan").says("4 of them to write");
      late.upload().exits(0);
      late.command("verify").exits(0);

      Network network = late.cloud.cloud().network();
      assertThat(network.rules(network.defaultGroup("p").orElseThrow().id()))
          .hasSize(4)
          .noneMatch(rule -> "tcp".equals(rule.protocol()));
      assertThat(network.rules(network.groups("p", "web").get(0).id()))
          .extracting(rule -> rule.direction() + rule.ethertype() + rule.protocol())
          .containsExactlyInAnyOrder("egressIPv4null", "ingressIPv4tcp");
    }
  }

  @Test
  void whereTemplatesGiveLessTheRestIsAdded() {
    try (Bench late = Bench.of(SimulatorOptions.of(Profile.EPOXY), dir.resolve("late"))) {
      late.projects("p").cloud.cloud().network().setTemplates(List.of());
      late.source.defaultGroup("d", "p").group("web", "p", "web").untouched("d").openEgress("web");

      late.upload().exits(0);

      Network network = late.cloud.cloud().network();
      assertThat(network.rules(network.defaultGroup("p").orElseThrow().id())).hasSize(4);
      assertThat(network.rules(network.groups("p", "web").get(0).id())).hasSize(2);
    }
  }

  /** Neutron's words are the same for both projects; what to do is not. */
  @Test
  void ofEachProjectWhoseQuotaIsFullIsSaidThatItBeRaised() {
    for (String project : new String[] {"full", "replete"}) {
      bench.projects(project);
      bench.cloud.cloud().network().setQuota(project, "security_group_rule", 6);
      bench.source.group(project, project, "g").openEgress(project);
      bench.source.rules(Rule.ingress(project).tcp(22, 22));
    }

    bench.upload().exits(1).says("of the project full,", "of the project replete,");
  }
}
