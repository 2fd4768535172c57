package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.cloudtransfer.simulator.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second pair of eyes: whatever the target shows otherwise than the archive is found. */
class VerifyTest {
  @TempDir Path dir;

  /** Something done to a target behind an upload's back, and what verify must say of it. */
  private record Change(String name, Consumer<Bench> change, String... words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Bench uploaded(String name) {
    Bench bench = Sample.fill(Bench.current(dir.resolve(name)));
    bench.source.rules(Rule.ingress("w1").tcp(443, 443).net("192.0.2.0/24").says("for the probe"));
    bench.upload().exits(0);
    bench.command("verify").exits(0);
    return bench;
  }

  private static Compute compute(Bench bench) {
    return bench.cloud.cloud().compute();
  }

  private static Network network(Bench bench) {
    return bench.cloud.cloud().network();
  }

  private static SecurityGroup group(Bench bench, String project, String name, int rules) {
    return network(bench).groups(project, name).stream()
        .filter(g -> network(bench).rules(g.id()).size() == rules)
        .findFirst()
        .orElseThrow();
  }

  /** The group with the most rules: any-egress twice, from w2, TCP 80, TCP 443. */
  private static SecurityGroup w1(Bench bench) {
    return group(bench, "p", "web", 5);
  }

  private static SecurityGroupRule port(Bench bench, int port) {
    return network(bench).rules().stream()
        .filter(rule -> Integer.valueOf(port).equals(rule.portRangeMin()))
        .findFirst()
        .orElseThrow();
  }

  /** Puts another rule in the place of one, as only a database can. */
  private static void replace(Bench bench, SecurityGroupRule old, SecurityGroupRule by) {
    network(bench).removeRule(old.id());
    network(bench).addRule(by);
  }

  private static Change rule(String name, String words, RuleChange change) {
    return new Change(
        name,
        bench -> replace(bench, port(bench, 443), change.of(port(bench, 443), bench)),
        words,
        "Missing",
        "Beyond the archive");
  }

  private interface RuleChange {
    SecurityGroupRule of(SecurityGroupRule rule, Bench bench);
  }

  private static SecurityGroupRule with(
      SecurityGroupRule r,
      String direction,
      String ethertype,
      String protocol,
      Integer min,
      Integer max,
      String net,
      String remote) {
    return new SecurityGroupRule(
        r.id(),
        r.projectId(),
        r.securityGroupId(),
        direction,
        ethertype,
        protocol,
        min,
        max,
        net,
        remote,
        r.description(),
        r.createdAt());
  }

  private static SecurityGroup changed(
      SecurityGroup g, String name, String description, boolean stateful) {
    return new SecurityGroup(
        g.id(),
        g.projectId(),
        name,
        description,
        stateful,
        g.tags(),
        g.revision(),
        g.createdAt(),
        g.updatedAt());
  }

  static Stream<Change> changes() {
    return Stream.of(keysAndLimits(), groups(), rules()).flatMap(List::stream);
  }

  private static List<Change> keysAndLimits() {
    return List.of(
        new Change(
            "a key is gone", b -> compute(b).removeKeypair("ann", "laptop"), "Missing", "laptop"),
        new Change(
            "a key is another",
            b -> compute(b).addKeypair("ann", "laptop", "ssh", Keys.rsa(77), "f"),
            "Different",
            "another key",
            "laptop"),
        new Change(
            "a key is of another type",
            b -> compute(b).addKeypair("ann", "laptop", "x509", Keys.rsa(1), "f"),
            "of type x509"),
        new Change(
            "a certificate is another",
            b -> compute(b).addKeypair("ann", "windows", "x509", Keys.rsa(1), "f"),
            "another key",
            "windows"),
        new Change(
            "a project's Nova limit is another",
            b -> compute(b).setQuota("p", "cores", 41),
            "limit is 41, not 40"),
        new Change(
            "a project's Nova limits are gone",
            b -> compute(b).removeQuotas("p"),
            "limit is 20, not 40",
            "limit is 20, not 7"),
        new Change(
            "a user's Nova limit is another",
            b -> compute(b).setQuota("p", "ann", "cores", 8),
            "limit is 8, not 7"),
        new Change(
            "a user's Nova limits are gone",
            b -> compute(b).removeQuotas("p", "ann"),
            "limit is 40, not 7"),
        new Change(
            "a Neutron limit is unlimited",
            b -> network(b).setQuota("p", "port", -1),
            "limit is -1, not 77"),
        new Change(
            "Neutron limits are gone", b -> network(b).removeQuotas("p"), "not 77", "p / port"),
        new Change(
            "a volume type's limit is another",
            b -> b.cloud.cloud().volume().setQuota("q", "gigabytes_fast", 6),
            "limit is 6, not 5"));
  }

  private static List<Change> groups() {
    return List.of(
        new Change(
            "a group is gone",
            b -> network(b).removeGroup(w1(b).id()),
            "an upload made it, and it is gone",
            "web (w1)",
            "the group w1, which it names, is not in the target"),
        new Change(
            "a group has another name",
            b -> network(b).change(changed(w1(b), "wide", "one", true)),
            "its name is 'wide', not 'web'"),
        new Change(
            "a group has another description",
            b -> network(b).change(changed(w1(b), "web", "two", true)),
            "its description is 'two', not 'one'"),
        new Change(
            "a group is stateless",
            b -> network(b).change(changed(w1(b), "web", "one", false)),
            "its stateful is 'false', not 'true'"),
        new Change(
            "a group was made twice",
            b -> network(b).addGroup("p", "web", "one"),
            "a second group of its name"),
        new Change(
            "a default group that we made has a rule more",
            b ->
                network(b)
                    .addRule(
                        network(b).defaultGroup("p").orElseThrow(),
                        "ingress",
                        "IPv4",
                        null,
                        null,
                        null,
                        null,
                        null),
            "Beyond the archive",
            "default (dp)"),
        new Change(
            "a default group that was there lacks a rule",
            b -> {
              String q = network(b).defaultGroup("q").orElseThrow().id();
              SecurityGroupRule ssh =
                  network(b).rules(q).stream()
                      .filter(r -> r.portRangeMin() != null)
                      .findFirst()
                      .orElseThrow();
              network(b).removeRule(ssh.id());
            },
            "Missing",
            "of group dq"));
  }

  private static List<Change> rules() {
    return List.of(
        new Change(
            "a rule is gone", b -> network(b).removeRule(port(b, 443).id()), "Missing", "443-443"),
        new Change(
            "somebody added a rule",
            b -> network(b).addRule(w1(b), "ingress", "IPv4", "tcp", 25, 25, null, null),
            "Beyond the archive",
            "25-25"),
        new Change(
            "an automatic rule was left",
            b ->
                network(b)
                    .addRule(
                        group(b, "p", "web", 1), "egress", "IPv6", null, null, null, null, null),
            "Beyond the archive",
            "egress IPv6 any, anywhere",
            "web (w2)"),
        new Change(
            "a rule is there twice",
            b -> {
              SecurityGroupRule r = port(b, 443);
              network(b)
                  .addRule(
                      w1(b), r.direction(), r.ethertype(), "6", 443, 443, r.remoteIpPrefix(), null);
            },
            "Beyond the archive",
            "443-443"),
        new Change(
            "a rule's description is another",
            b -> {
              SecurityGroupRule r = port(b, 443);
              replace(
                  b,
                  r,
                  new SecurityGroupRule(
                      r.id(),
                      r.projectId(),
                      r.securityGroupId(),
                      r.direction(),
                      r.ethertype(),
                      r.protocol(),
                      443,
                      443,
                      r.remoteIpPrefix(),
                      null,
                      "else",
                      r.createdAt()));
            },
            "its description is 'else'"),
        rule(
            "a rule's net is wider",
            "192.0.0.0/16",
            (r, b) -> with(r, "ingress", "IPv4", "tcp", 443, 443, "192.0.0.0/16", null)),
        rule(
            "a rule lost its net",
            "443-443, anywhere",
            (r, b) -> with(r, "ingress", "IPv4", "tcp", 443, 443, null, null)),
        rule(
            "a rule's ports are more",
            "443-444",
            (r, b) -> with(r, "ingress", "IPv4", "tcp", 443, 444, "192.0.2.0/24", null)),
        rule(
            "a rule's first port is another",
            "442-443",
            (r, b) -> with(r, "ingress", "IPv4", "tcp", 442, 443, "192.0.2.0/24", null)),
        rule(
            "a rule lost its ports",
            "tcp, 192.0.2.0/24",
            (r, b) -> with(r, "ingress", "IPv4", "tcp", null, null, "192.0.2.0/24", null)),
        rule(
            "a rule's protocol is another",
            "udp 443",
            (r, b) -> with(r, "ingress", "IPv4", "udp", 443, 443, "192.0.2.0/24", null)),
        rule(
            "a rule lost its protocol",
            "IPv4 any",
            (r, b) -> with(r, "ingress", "IPv4", null, null, null, "192.0.2.0/24", null)),
        rule(
            "a rule's direction is the other",
            "egress IPv4 tcp",
            (r, b) -> with(r, "egress", "IPv4", "tcp", 443, 443, "192.0.2.0/24", null)),
        rule(
            "a rule is of the other family",
            "ingress IPv6",
            (r, b) -> with(r, "ingress", "IPv6", "tcp", 443, 443, null, null)),
        rule(
            "a rule names a group instead of a net",
            "443-443, group",
            (r, b) -> with(r, "ingress", "IPv4", "tcp", 443, 443, null, r.securityGroupId())),
        new Change(
            "a rule names another group",
            b -> {
              SecurityGroupRule r = port(b, 3306);
              String other = group(b, "p", "web", 1).id();
              replace(b, r, with(r, "ingress", "IPv4", "tcp", 3306, 3306, null, other));
            },
            "Missing",
            "3306"),
        new Change(
            "a rule lost its group: from a group it became from anywhere",
            b -> {
              SecurityGroupRule r = port(b, 3306);
              replace(b, r, with(r, "ingress", "IPv4", "tcp", 3306, 3306, null, null));
            },
            "3306-3306, anywhere",
            "Missing"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void everyChangeIsFound(Change change) {
    try (Bench bench = uploaded("a")) {
      change.change().accept(bench);
      bench.cloud.requests().clear();

      bench.command("verify").exits(4).says(change.words());

      assertThat(bench.writes()).isEmpty();
    }
  }

  /** The journal only tells which is which: without it name and content do. */
  @ParameterizedTest
  @MethodSource("changes")
  void everyChangeIsFoundWithoutTheJournal(Change change) throws IOException {
    try (Bench bench = uploaded("a")) {
      change.change().accept(bench);
      Files.delete(bench.journal());
      int expected = change.name().contains("description is another") ? 0 : 4;
      boolean stranger = change.name().equals("a group was made twice");
      boolean merged = change.name().startsWith("a default group that we made");

      bench.command("verify").exits(stranger || merged ? 0 : expected);
    }
  }

  @Test
  void whatMeansTheSameIsNoDifference() {
    try (Bench bench = uploaded("a")) {
      compute(bench).addKeypair("ann", "laptop", "ssh", Keys.rsa(1) + " other comment", "f");
      SecurityGroupRule r = port(bench, 443);
      replace(bench, r, with(r, "ingress", "IPv4", "6", 443, 443, "192.0.2.0/24", null));
      compute(bench).addKeypair("ann", "of her own", "ssh", Keys.rsa(50), "f");
      network(bench).addGroup("p", "somebody's", "");

      bench.command("verify").exits(0);
    }
  }

  @Test
  void whatAnOptionAllowsIsSaidAndIsNoDifference() {
    try (Bench bench = uploaded("a")) {
      network(bench)
          .addRule(
              network(bench).defaultGroup("q").orElseThrow(),
              "ingress",
              "IPv4",
              "tcp",
              25,
              25,
              null,
              null);
      bench.command("verify").exits(0).says("Tolerated beyond the archive", "25-25", "dq");
      bench.command("verify", "--default-groups", "exact").exits(4).says("Beyond the archive");

      compute(bench).setQuota("p", "cores", 50);
      bench.command("verify").exits(4).says("limit is 50, not 40");
      bench
          .command("verify", "--quotas-policy", "raise-only")
          .exits(0)
          .says("Left by an option", "limit is 50, not 40");
      compute(bench).setQuota("p", "cores", 30);
      bench.command("verify", "--quotas-policy", "raise-only").exits(4).says("is 30, not 40");

      network(bench).removeGroup(network(bench).defaultGroup("q").orElseThrow().id());
      bench.command("verify", "--default-groups", "skip", "--security-groups").exits(0);
    }
  }

  @Test
  void whatCannotBeCarriedIsListedApartWithItsReason() {
    try (Bench bench = Sample.fill(Bench.newton(dir.resolve("a")))) {
      bench
          .source
          .keypair("nobody", "k", Keys.rsa(1))
          .keypair("ann", "empty", "")
          .nova("gone", "cores", 1)
          .nova("p", "ram", null)
          .nova("p", "no_such", 1)
          .cinder("p", "volumes_gold", 1)
          .stateless("sl", "p", "stateless")
          .rules(Rule.ingress("w1").from("nowhere"), Rule.ingress("w1").tcp(0, 1));
      bench.upload().exits(1);

      Ran ran = bench.command("verify").exits(4);

      ran.says("Withheld:", "the user nobody is not in the target", "its public key is empty")
          .says("the project gone is not in the target", "NULL", "lacks its volume type")
          .says("stateless groups", "the group nowhere, which it names", "begins at port 0")
          .says("Inapplicable:", "no such limit")
          .saysNot("Missing:", "Different:", "Beyond the archive:");
    }
  }

  @Test
  void aLimitBelowUsageIsWithheldAndNotMerelyDifferent() {
    try (Bench bench = Bench.newton(dir.resolve("a")).projects("p")) {
      bench.cloud.cloud().volume().use("p", "volumes", 8);
      compute(bench).use("p", "ann", "cores", 9);
      bench.source.cinder("p", "volumes", 5).nova("p", "cores", 6);
      bench.upload().exits(1);

      bench.command("verify").exits(4).says("more than 5 is used", "more than 6 is used");
    }
  }

  @Test
  void asManyRowsAreComparedAsTheManifestAnnounces() {
    try (Bench bench = uploaded("a")) {
      JsonNode root = object(bench.command("verify", "--output", "json").exits(0));

      assertThat(root.path("counts")).hasSize(6);
      root.path("counts")
          .properties()
          .forEach(
              table ->
                  assertThat(
                          table.getValue().properties().stream()
                              .mapToLong(verdict -> verdict.getValue().asLong())
                              .sum())
                      .as(table.getKey())
                      .isPositive()
                      .isEqualTo(root.path("announced").path(table.getKey()).asLong()));
    }
  }

  @Test
  void asJsonEveryRowHasItsVerdict() {
    try (Bench bench = uploaded("a")) {
      network(bench).addRule(w1(bench), "ingress", "IPv4", "tcp", 25, 25, null, null);
      compute(bench).removeKeypair("ann", "laptop");

      JsonNode root = object(bench.command("verify", "--output", "json").exits(4));

      assertThat(root.path("counts").path("keypairs").path("missing").asInt()).isEqualTo(1);
      assertThat(root.path("counts").path("keypairs").path("same").asInt()).isEqualTo(3);
      assertThat(root.path("surplus")).hasSize(1);
      assertThat(root.path("rows"))
          .anyMatch(
              row ->
                  row.path("verdict").asText().equals("missing")
                      && row.path("row").toString().contains("laptop"));
    }
  }

  private static JsonNode object(Ran ran) {
    try {
      return new ObjectMapper().readTree(ran.out());
    } catch (IOException e) {
      throw new AssertionError(ran.out(), e);
    }
  }

  /** A service that says yes and does something else is found out by the look after the run. */
  @Test
  void rulesThatNeutronTakesAndDoesNotKeepAreFoundInTheSameRun() {
    try (Bench bench = Sample.fill(Bench.newton(dir.resolve("a")))) {
      bench
          .cloud
          .faults()
          .add(
              Fault.on("POST", ".*/security-group-rules")
                  .answer(
                      new Reply(
                          201,
                          Map.of("Content-Type", "application/json"),
                          "{\"security_group_rules\":[]}"))
                  .always());

      Ran ran = bench.upload().exits(1).says("took it but does not show it");

      assertThat(ran.count("security-group-rules").failed()).isEqualTo(6);
    }
  }

  @Test
  void theLookAfterARunAsksNoMoreThanTheOneBefore() {
    try (Bench bench = Sample.fill(Bench.newton(dir.resolve("a")))) {
      bench.upload("--keypairs", "--quotas", "--security-groups").exits(0);
      List<LoggedRequest> all = bench.cloud.requests().all();
      List<LoggedRequest> writes = bench.writes();
      int first = all.indexOf(writes.get(0));
      int last = all.indexOf(writes.get(writes.size() - 1));

      assertThat(all.size() - 1 - last).isPositive().isLessThanOrEqualTo(first);
    }
  }
}
