package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back: what the journal says this tool did, and nothing else. */
class RollbackTest {
  private static final String WRITE = "POST|PUT|DELETE";
  private static final String NO_LOGIN = "(?!.*/auth/tokens).*";

  @TempDir Path dir;

  /** A sample whose project q has, in its default group, a rule that the source does not have. */
  private Bench bench(String name) {
    Path at = dir.resolve(name);
    Bench bench = Sample.fill(name.startsWith("current") ? Bench.current(at) : Bench.newton(at));
    Network network = bench.cloud.cloud().network();
    network.addRule(
        network.ensureDefaultGroup("q"), "ingress", "IPv4", "tcp", 443, 443, null, null);
    bench.command("plan").exits(0); // lists, and so makes the administrator's own default group
    return bench;
  }

  /** What the APIs show: a Nova limit that is set to the default is the default. */
  private static SortedSet<String> shown(Bench bench) {
    SortedSet<String> facts = new TreeSet<>(bench.end());
    facts.remove("/nova_quotas/p/cores = 20");
    facts.remove("/nova_user_quotas/p/ann/cores = 20");
    return facts;
  }

  private static SecurityGroup group(Bench bench, String project, String name) {
    List<SecurityGroup> groups = bench.cloud.cloud().network().groups(project, name);
    assertThat(groups).hasSize(1);
    return groups.get(0);
  }

  /** The last table: a line for each table, of what was undone, left and failed. */
  private static List<String> counts(Ran ran) {
    return ran.out().lines().filter(line -> line.matches("[a-z-]+( +\\d+){3}")).toList();
  }

  private static List<Long> count(Ran ran, String table) {
    List<String> lines = counts(ran).stream().filter(l -> l.startsWith(table + " ")).toList();
    assertThat(lines).as(ran.all()).hasSize(1);
    return java.util.Arrays.stream(lines.get(0).split(" +")).skip(1).map(Long::valueOf).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"newton", "current"})
  void theTargetIsAsItWasBefore(String profile) {
    try (Bench bench = bench(profile)) {
      SortedSet<String> before = shown(bench);
      bench.upload().exits(0);
      assertThat(shown(bench)).isNotEqualTo(before);

      Ran ran = bench.command("rollback").exits(0);

      assertThat(shown(bench)).isEqualTo(before);
      assertThat(count(ran, "keypairs")).containsExactly(3L, 0L, 0L);
      assertThat(count(ran, "security-groups")).containsExactly(4L, 0L, 0L);
    }
  }

  @Test
  void whatExactRemovedFromADefaultGroupIsPutBack() {
    try (Bench bench = bench("exact")) {
      SortedSet<String> before = shown(bench);
      bench.upload("--default-groups", "exact").exits(0);
      String q = group(bench, "q", "default").id();
      assertThat(bench.cloud.cloud().network().rules(q))
          .noneMatch(rule -> Integer.valueOf(443).equals(rule.portRangeMin()));

      bench.command("rollback").exits(0);

      assertThat(inOneSpelling(shown(bench))).isEqualTo(inOneSpelling(before));
    }
  }

  @Test
  void withWhatItsOwnerSaidOfIt() {
    try (Bench bench = bench("exact")) {
      String q = group(bench, "q", "default").id();
      var network = bench.cloud.cloud().network();
      network.addRule(
          new SecurityGroupRule(
              null, "q", q, "ingress", "IPv4", "tcp", 8443, 8443, null, null, "why", null));
      bench.upload("--default-groups", "exact").exits(0);
      assertThat(network.rules(q)).noneMatch(rule -> "why".equals(rule.description()));

      bench.command("rollback").exits(0);

      assertThat(network.rules(q)).anyMatch(rule -> "why".equals(rule.description()));
    }
  }

  /** No description is an empty one. */
  private static SortedSet<String> inOneSpelling(SortedSet<String> facts) {
    SortedSet<String> others = new TreeSet<>();
    facts.forEach(fact -> others.add(fact.replace("\"description\":\"\"", "\"description\":null")));
    return others;
  }

  @Test
  void aRuleThatIsPutBackIsSpelledAsBefore() {
    try (Bench bench = bench("spelled")) {
      bench.upload("--default-groups", "exact").exits(0);
      bench.command("rollback").exits(0);

      String q = group(bench, "q", "default").id();
      assertThat(bench.cloud.cloud().network().rules(q))
          .anyMatch(
              rule ->
                  Integer.valueOf(443).equals(rule.portRangeMin())
                      && "tcp".equals(rule.protocol()));
    }
  }

  @Test
  void aDryRunWritesNothingAndCountsTheSame() {
    try (Bench bench = bench("dry")) {
      bench.upload().exits(0);
      SortedSet<String> end = bench.end();
      bench.cloud.requests().clear();

      Ran dry = bench.command("rollback", "--dry-run").exits(0);

      assertThat(bench.writes()).isEmpty();
      assertThat(bench.end()).isEqualTo(end);
      assertThat(counts(dry)).isNotEmpty();
      assertThat(counts(bench.command("rollback").exits(0))).isEqualTo(counts(dry));
    }
  }

  @Test
  void withNothingToTakeBackItIsDone() {
    try (Bench bench = bench("nothing")) {
      SortedSet<String> before = bench.end();
      bench.cloud.requests().clear();
      bench.command("rollback").exits(0);
      assertThat(bench.writes()).isEmpty();
      assertThat(shown(bench)).isEqualTo(before);
    }
  }

  @Test
  void aSecondRollbackHasNothingToDo() {
    try (Bench bench = bench("second")) {
      SortedSet<String> before = shown(bench);
      bench.upload().exits(0);
      bench.command("rollback").exits(0);
      bench.cloud.requests().clear();

      bench.command("rollback").exits(0);

      assertThat(bench.writes()).isEmpty();
      assertThat(shown(bench)).isEqualTo(before);
    }
  }

  @Test
  void aUsersLimitFollowsTheProjectAgain() {
    try (Bench bench = bench("user")) {
      bench.upload().exits(0);

      bench.command("rollback").exits(0);

      assertThat(bench.cloud.cloud().compute().userQuotas("p").getOrDefault("ann", Map.of()))
          .isEmpty();
    }
  }

  /** Until the project's turn comes, the user shows the limit that the upload gave the project. */
  @Test
  void aUsersLimitFollowsTheProjectAgainWhenOtherLimitsOfTheProjectWereSetToo() {
    try (Bench bench = bench("others")) {
      bench.source.nova("p", "ram", 1024);
      bench.upload().exits(0);

      bench.command("rollback").exits(0);

      assertThat(bench.cloud.cloud().compute().userQuotas("p").getOrDefault("ann", Map.of()))
          .isEmpty();
    }
  }

  @Test
  void anUploadAfterwardsMakesEverythingAgain() {
    try (Bench bench = bench("again")) {
      bench.upload().exits(0);
      SortedSet<String> end = bench.end();
      bench.command("rollback").exits(0);

      Ran ran = bench.upload().exits(0);

      assertThat(bench.end()).isEqualTo(end);
      assertThat(ran.count("keypairs").created()).isEqualTo(3);
      bench.cloud.requests().clear();
      bench.upload().exits(0);
      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void aKeyPairThatItsUserHasReplacedIsLeft() {
    try (Bench bench = bench("replaced")) {
      bench.upload().exits(0);
      var compute = bench.cloud.cloud().compute();
      compute.removeKeypair("ann", "laptop");
      compute.addKeypair("ann", "laptop", "ssh", Keys.rsa(77), "other");

      Ran ran = bench.command("rollback").exits(1).says("Left:", "laptop", "another key");

      assertThat(compute.keypair("ann", "laptop").orElseThrow().publicKey())
          .isEqualTo(Keys.rsa(77));
      assertThat(count(ran, "keypairs")).containsExactly(2L, 1L, 0L);
    }
  }

  @Test
  void aKeyPairThatItsUserHasDeletedIsDone() {
    try (Bench bench = bench("deleted")) {
      SortedSet<String> before = shown(bench);
      bench.upload().exits(0);
      bench.cloud.cloud().compute().removeKeypair("ann", "laptop");
      bench.cloud.cloud().network().removeGroup(group(bench, "q", "db").id());

      bench.command("rollback").exits(0);

      assertThat(shown(bench)).isEqualTo(before);
    }
  }

  @Test
  void aGroupThatAPortUsesIsLeftAndNamed() {
    try (Bench bench = bench("used")) {
      bench.upload().exits(0);
      SecurityGroup db = group(bench, "q", "db");
      bench.cloud.cloud().network().markInUse(db.id());
      int rules = bench.cloud.cloud().network().rules(db.id()).size();

      Ran ran = bench.command("rollback").exits(1);

      assertThat(group(bench, "q", "db")).isEqualTo(db);
      assertThat(bench.cloud.cloud().network().rules(db.id())).hasSizeLessThanOrEqualTo(rules);
      assertThat(ran.out().lines()).anyMatch(l -> l.matches(" +security-groups  .*\\bdb\\b.*"));
      ran.says("in use");
      assertThat(count(ran, "security-groups").get(0)).isEqualTo(3);
    }
  }

  @Test
  void aGroupToWhichSomebodyAddedARuleIsLeft() {
    try (Bench bench = bench("added")) {
      bench.upload().exits(0);
      Network network = bench.cloud.cloud().network();
      SecurityGroup db = group(bench, "q", "db");
      network.addRule(db, "ingress", "IPv4", "tcp", 5432, 5432, null, null);
      int rules = network.rules(db.id()).size();

      Ran ran = bench.command("rollback").exits(1).says("somebody has changed it since");

      assertThat(network.rules(db.id())).hasSizeBetween(rules - 1, rules);
      assertThat(count(ran, "security-groups")).containsExactly(3L, 1L, 0L);
    }
  }

  @Test
  void aGroupThatSomebodyRenamedIsLeft() {
    try (Bench bench = bench("renamed")) {
      bench.upload().exits(0);
      SecurityGroup db = group(bench, "q", "db");
      bench
          .cloud
          .cloud()
          .network()
          .change(
              new SecurityGroup(
                  db.id(), "q", "mine", db.description(), true, List.of(), 1, null, null));

      bench.command("rollback").exits(1).says("somebody has changed it since");

      assertThat(group(bench, "q", "mine").id()).isEqualTo(db.id());
    }
  }

  @Test
  void aGroupThatSomebodyElsesRuleNamesIsLeft() {
    try (Bench bench = bench("admitted")) {
      Network network = bench.cloud.cloud().network();
      SecurityGroup theirs = group(bench, "p", "web");
      bench.upload().exits(0);
      SecurityGroup db = group(bench, "q", "db");
      network.addRule(theirs, "ingress", "IPv4", "tcp", 1, 2, null, db.id());
      int rules = network.rules(theirs.id()).size();

      bench.command("rollback").exits(1).says("somebody else's group");

      assertThat(network.rules(theirs.id())).hasSize(rules);
      assertThat(network.group(db.id())).isPresent();
    }
  }

  /** Neutron would delete that rule along with the group. */
  @Test
  void groupsThatSomebodyElsesRulesNameOnTheSecondPageAreLeft() {
    try (Bench bench = bench("pages")) {
      Network network = bench.cloud.cloud().network();
      SecurityGroup theirs = group(bench, "p", "web");
      List<SecurityGroup> before = network.groups();
      bench.upload().exits(0);
      List<SecurityGroup> ours = new java.util.ArrayList<>(network.groups());
      ours.removeIf(group -> before.stream().anyMatch(b -> b.id().equals(group.id())));
      var rule = network.rules(ours.get(0).id()).get(0);
      ours.forEach(g -> network.addRule(theirs, "ingress", "IPv4", "tcp", 1, 2, null, g.id()));
      ObjectNode first = Json.object();
      first
          .putArray("security_group_rules")
          .addObject()
          .put("id", rule.id())
          .put("security_group_id", rule.securityGroupId());
      first.putArray("security_group_rules_links").addObject().put("rel", "next");
      bench
          .cloud
          .faults()
          .add(Fault.on("GET", ".*/security-group-rules").answer(Reply.json(200, first)));

      bench.command("rollback").exits(1).says("somebody else's group");

      assertThat(ours).allMatch(group -> network.group(group.id()).isPresent());
    }
  }

  @Test
  void aLimitThatWasChangedSinceIsLeft() {
    try (Bench bench = bench("limits")) {
      bench.upload().exits(0);
      bench.cloud.cloud().compute().setQuota("p", "cores", 99);
      bench.cloud.cloud().network().setQuota("p", "port", 98);
      bench.cloud.cloud().volume().setQuota("q", "gigabytes_fast", 97);

      Ran ran = bench.command("rollback").exits(1).says("changed to 99", "to 98", "to 97");

      assertThat(bench.cloud.cloud().compute().quotas("p")).containsEntry("cores", 99);
      assertThat(bench.cloud.cloud().network().quotas("p")).containsEntry("port", 98);
      assertThat(bench.cloud.cloud().volume().quotas("q")).containsEntry("gigabytes_fast", 97);
      assertThat(count(ran, "neutron-quotas")).containsExactly(0L, 1L, 0L);
    }
  }

  /**
   * What an administrator reset is no interrupted rollback of ours: the former limit was another.
   */
  @Test
  void aLimitThatSomebodySetToTheDefaultSinceIsLeft() {
    try (Bench bench = bench("reset")) {
      bench.cloud.cloud().network().setQuota("p", "port", 60);
      bench.upload().exits(0);
      int common = 50;
      bench.cloud.cloud().network().setQuota("p", "port", common);

      bench.command("rollback").exits(1).says("changed to " + common);

      assertThat(bench.cloud.cloud().network().quotas("p")).containsEntry("port", common);
    }
  }

  @Test
  void onlyWhatBelongsToTheSelectedProjectIsTakenBack() {
    try (Bench bench = bench("selected")) {
      bench.upload().exits(0);
      List<String> ofP = ofProject(bench, "p");

      Ran ran = bench.command("rollback", "--project", "q").exits(1);

      assertThat(ofProject(bench, "p")).isEqualTo(ofP);
      assertThat(counts(ran)).noneMatch(line -> line.startsWith("nova-quotas"));
      assertThat(count(ran, "cinder-quotas")).containsExactly(1L, 0L, 0L);
      assertThat(bench.cloud.cloud().compute().keypair("ann", "laptop")).isPresent();
    }
  }

  @Test
  void onlyWhatBelongsToTheSelectedUserIsTakenBack() {
    try (Bench bench = bench("user")) {
      bench.upload().exits(0);

      bench.command("rollback", "--user", "bob").exits(0);

      assertThat(bench.cloud.cloud().compute().keypair("bob", "new")).isEmpty();
      assertThat(bench.cloud.cloud().compute().keypair("ann", "laptop")).isPresent();
      assertThat(bench.cloud.cloud().compute().quotas("p")).containsEntry("cores", 40);
      assertThat(group(bench, "q", "db")).isNotNull();
    }
  }

  /** Limits, groups and rules of a project. */
  private static List<String> ofProject(Bench bench, String project) {
    List<String> facts =
        new java.util.ArrayList<>(
            bench.end().stream().filter(fact -> fact.contains("quotas/" + project + "/")).toList());
    for (SecurityGroup group : bench.cloud.cloud().network().groups(project)) {
      facts.add(group.id());
      bench.cloud.cloud().network().rules(group.id()).forEach(rule -> facts.add(rule.id()));
    }
    return facts;
  }

  @Test
  void whatEndedItIsSaidAndSoIsWhatBecameOfTheRows() {
    try (Bench bench = bench("ended")) {
      bench.upload().exits(0);
      bench.cloud.faults().add(Fault.on("GET", ".*/os-quota-sets/p.*").answer(503).always());

      bench.command("rollback").exits(6).says("The target cannot be read", "undone");
    }
  }

  /** The other limits of an owner are not swept away with ours. */
  @Test
  void aLimitThatSomebodyElseSetStays() {
    try (Bench bench = bench("others")) {
      bench.upload().exits(0);
      bench.cloud.cloud().compute().setQuota("p", "ann", "ram", 1024);
      bench.cloud.cloud().network().setQuota("p", "network", 3);
      bench.cloud.cloud().volume().setQuota("q", "volumes", 3);

      bench.command("rollback").exits(0);

      assertThat(bench.cloud.cloud().compute().quotas("p", "ann")).containsEntry("ram", 1024);
      assertThat(bench.cloud.cloud().network().quotas("p")).containsEntry("network", 3);
      assertThat(bench.cloud.cloud().volume().quotas("q")).containsEntry("volumes", 3);
    }
  }

  @Test
  void aDefaultGroupThatWasThereLosesOnlyOurRules() {
    try (Bench bench = bench("default")) {
      Network network = bench.cloud.cloud().network();
      SecurityGroup theirs = group(bench, "q", "default");
      var before = network.rules(theirs.id());
      bench.upload().exits(0);
      assertThat(network.rules(theirs.id())).hasSize(before.size() + 1);
      var since = network.addRule(theirs, "ingress", "IPv4", "udp", 53, 53, null, null);

      bench.command("rollback").exits(0);

      assertThat(network.rules(theirs.id())).containsAll(before).contains(since);
      assertThat(network.rules(theirs.id())).hasSize(before.size() + 1);
    }
  }

  @Test
  void killedAtAnyWriteAndRunAgainItEndsTheSame() {
    assertKillsAreHarmless(this::bench, "--default-groups", "exact");
  }

  /** Of new groups that keep their automatic rules, and of everything else. */
  @Test
  void killedAtAnyWriteOfAPlainCloudAndRunAgainItEndsTheSame() {
    assertKillsAreHarmless(this::plain);
  }

  private Bench plain(String name) {
    Bench bench = Bench.newton(dir.resolve(name)).projects("p").users("ann");
    bench.cloud.cloud().network().ensureDefaultGroup("p");
    bench
        .source
        .nova("p", "cores", 40)
        .neutron("p", "port", 77)
        .cinder("p", "gigabytes", 5)
        .keypair("ann", "k1", Keys.rsa(1))
        .keypair("ann", "k2", Keys.rsa(2))
        .defaultGroup("dp", "p")
        .group("a", "p", "a")
        .group("b", "p", "b")
        .openEgress("a", "b")
        .untouched("dp")
        .rules(
            Rule.ingress("a").from("b"), Rule.ingress("b").from("a"), Rule.ingress("dp").tcp(1, 2));
    return bench;
  }

  private void assertKillsAreHarmless(Function<String, Bench> benches, String... options) {
    SortedSet<String> end;
    int writes;
    try (Bench bench = benches.apply("clean")) {
      bench.upload(options).exits(0);
      bench.cloud.requests().clear();
      bench.command("rollback", "--workers", "1").exits(0);
      end = bench.end();
      writes = bench.writes().size();
    }
    assertThat(writes).isGreaterThan(7);
    for (int i = 0; i < writes; i++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Bench bench = benches.apply("kill" + i + after)) {
          bench.upload(options).exits(0);
          killRollback(bench, i, after);

          Ran ran = bench.command("rollback", "--workers", "1");

          assertThat(ran.code()).as("write %d, after %s: %s", i, after, ran.all()).isZero();
          assertThat(bench.end()).as("write %d, after %s", i, after).isEqualTo(end);
        }
      }
    }
  }

  /** The connection breaks at one write, before or after its effect; one run. */
  @Test
  void aBrokenConnectionAtAnyWriteIsSettledInTheSameRun() {
    SortedSet<String> end;
    int writes;
    try (Bench bench = bench("clean")) {
      bench.upload("--default-groups", "exact").exits(0);
      bench.cloud.requests().clear();
      bench.command("rollback", "--workers", "1").exits(0);
      end = bench.end();
      writes = bench.writes().size();
    }
    for (int i = 0; i < writes; i++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Bench bench = bench("drop" + i + after)) {
          bench.upload("--default-groups", "exact").exits(0);
          Fault fault = Fault.on(WRITE, NO_LOGIN).skip(i).drop();
          bench.cloud.faults().add(after ? fault.afterEffect() : fault);

          Ran ran = bench.command("rollback", "--workers", "1");

          assertThat(ran.code()).as("write %d, after %s: %s", i, after, ran.all()).isZero();
          assertThat(bench.end()).as("write %d, after %s", i, after).isEqualTo(end);
        }
      }
    }
  }

  /** Nothing reaches the cloud from the write on; the journal is left as it was then. */
  private static void killRollback(Bench bench, int skip, boolean after) {
    AtomicBoolean killed = new AtomicBoolean();
    Path asOfKill = bench.data().resolveSibling("journal-as-of-kill");
    Fault kill =
        Fault.on(WRITE, NO_LOGIN)
            .skip(skip)
            .run(
                () -> {
                  killed.set(true);
                  bench.cloud.faults().add(Fault.on(".*", ".*").drop().always());
                  if (after) {
                    bench.cloud.faults().add(Fault.on(".*", ".*").drop().always().afterEffect());
                  }
                  copy(bench.journal(), asOfKill);
                })
            .drop();
    bench.cloud.faults().add(after ? kill.afterEffect() : kill);
    Ran ran = bench.command("rollback", "--workers", "1");
    assertThat(killed).as("reached write %d: %s", skip, ran.all()).isTrue();
    assertThat(ran.code()).as(ran.all()).isNotZero();
    assertThat(ran.all()).doesNotContain("\tat ");
    bench.cloud.faults().clear();
    copy(asOfKill, bench.journal());
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
