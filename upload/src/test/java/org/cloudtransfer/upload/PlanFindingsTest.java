package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Estimate;
import org.cloudtransfer.upload.plan.Finding;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.survey.Facts;
import org.cloudtransfer.upload.survey.Survey;
import org.cloudtransfer.upload.target.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan tells of the target and the archive before anything is written. */
class PlanFindingsTest {
  @TempDir Path dir;

  /** Everything that can be wrong, once. */
  private Bench trouble() {
    Bench bench = Sample.fill(Bench.newton(dir.resolve("a")));
    var cloud = bench.cloud.cloud();
    cloud.identity().addDomain("other", "Other");
    for (String domain : List.of("default", "other")) {
      cloud.identity().addUser("twin in " + domain, domain, "twin", "secret");
    }
    cloud.compute().addKeypair("ann", "laptop", "ssh", Keys.rsa(77), "f");
    cloud.volume().use("q", "volumes", 8);
    cloud
        .network()
        .addRule(
            cloud.network().ensureDefaultGroup("q"),
            "ingress",
            "IPv4",
            "tcp",
            443,
            443,
            null,
            null);
    bench
        .source
        .project("p", "Production")
        .user("ann", "Ann", "Default", User.Origin.SQL)
        .user("twin-old", "twin", null, User.Origin.LDAP)
        .keypair("twin-old", "k", Keys.rsa(3))
        .keypair("nobody", "k", Keys.rsa(1))
        .keypair("ann", "empty", "")
        .nova("gone", "cores", 1)
        .nova("p", "ram", null)
        .nova("p", "no_such", 1)
        .cinder("q", "volumes", 5)
        .cinder("p", "volumes_gold", 1)
        .stateless("sl", "p", "stateless")
        .rules(Rule.ingress("w1").from("nowhere"));
    for (int i = 0; i < 12; i++) {
      bench.source.group("many" + i, "q", "many " + i);
    }
    for (int i = 1; i <= 101; i++) {
      bench.source.rules(Rule.ingress("w1").tcp(1000 + i, 1000 + i));
    }
    return bench;
  }

  private static JsonNode object(Ran ran) {
    try {
      return new ObjectMapper().readTree(ran.out());
    } catch (IOException e) {
      throw new AssertionError(ran.out(), e);
    }
  }

  @Test
  void everySortOfTroubleHasItsCode() {
    try (Bench bench = trouble()) {
      Map<String, String> codes = new TreeMap<>();
      JsonNode root = object(bench.command("plan", "--output", "json").exits(1));
      root.path("findings")
          .forEach(f -> codes.put(f.path("code").asText(), f.path("severity").asText()));

      assertThat(codes)
          .containsEntry("missing-user", "high")
          .containsEntry("ambiguous-user", "high")
          .containsEntry("missing-project", "high")
          .containsEntry("key-name-taken", "high")
          .containsEntry("key-unusable", "high")
          .containsEntry("limit-below-usage", "high")
          .containsEntry("limit-without-value", "high")
          .containsEntry("volume-type-missing", "high")
          .containsEntry("groups-over-quota", "high")
          .containsEntry("rules-over-quota", "high")
          .containsEntry("group-not-carried", "high")
          .containsEntry("rule-not-carried", "high")
          .containsEntry("default-group-wider", "medium")
          .containsEntry("unknown-quota-key", "low")
          .containsEntry("target-not-blank", "low")
          .containsEntry("defaults-unknown", "low")
          .doesNotContainKeys("not-admin", "other");
    }
  }

  @Test
  void theyAreTheGravestFirstWithOwnersAndRows() {
    try (Bench bench = trouble()) {
      List<String> severities = new ArrayList<>();
      JsonNode findings =
          object(bench.command("plan", "--output", "json").exits(1)).path("findings");
      findings.forEach(f -> severities.add(f.path("severity").asText()));

      assertThat(severities)
          .isSortedAccordingTo(
              java.util.Comparator.comparing(List.of("high", "medium", "low")::indexOf));
      assertThat(findings)
          .anyMatch(
              f ->
                  f.path("code").asText().equals("key-name-taken")
                      && f.path("owner").asText().equals("user Ann (ann)")
                      && f.path("kind").asText().equals("keypairs")
                      && f.path("rows").toString().equals("[[\"keypairs\",\"ann\",\"laptop\"]]"))
          .anyMatch(
              f ->
                  f.path("code").asText().equals("rule-not-carried")
                      && f.path("owner").asText().equals("project Production (p)"));
    }
  }

  @Test
  void asTextTheyFitTheScreenAndEveryRowIsNamed() {
    try (Bench bench = trouble()) {
      Ran ran = bench.command("plan").exits(1);

      assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
      assertThat(ran.out().lines().filter(line -> line.startsWith("HIGH"))).hasSizeGreaterThan(10);
      assertThat(ran.out().indexOf("HIGH")).isLessThan(ran.out().indexOf("MEDIUM"));
      assertThat(ran.out().indexOf("MEDIUM")).isLessThan(ran.out().indexOf("LOW"));
      ran.says("nobody / k", "ann / laptop", "q / volumes", "stateless (sl)", "p / no_such");
    }
  }

  /** A quota that this very upload raises is the one that counts. */
  @Test
  void groupsThatFitIntoTheQuotaToComeAreNoFinding() {
    try (Bench bench = trouble()) {
      bench.source.neutron("q", "security_group", 50).neutron("p", "security_group_rule", 500);

      JsonNode findings = object(bench.command("plan", "--output", "json")).path("findings");

      assertThat(findings).noneMatch(f -> f.path("code").asText().endsWith("-over-quota"));
    }
  }

  @Test
  void aBlankTargetAndASoundArchiveGiveNothingButWhatNobodyCanTell() {
    try (Bench bench = Bench.newton(dir.resolve("a")).projects("p").users("ann")) {
      bench.source.keypair("ann", "k", Keys.rsa(1)).nova("p", "cores", 40).group("g", "p", "g");

      JsonNode findings =
          object(bench.command("plan", "--output", "json").exits(0)).path("findings");

      assertThat(findings).allMatch(f -> f.path("code").asText().equals("defaults-unknown"));
      assertThat(findings).hasSize(1);
      assertThat(findings.get(0).path("message").asText()).contains("cores 20", "ram 51200");
    }
  }

  @Test
  void anAccountThatIsNoAdministratorIsTheGravest() {
    try (Bench bench = Bench.newton(dir.resolve("a"))) {
      bench.source.keypair("ann", "k", Keys.rsa(1));
      Rows rows = Rows.of(Archive.open(bench.tarball()), new Selection());
      Facts facts = new Facts(List.of("member", "reader"), Map.of(), Map.of());

      List<Finding> findings =
          Survey.of(
              new Plan("seal", "cloud", List.of()),
              rows,
              new IdentityMap(Map.of(), Map.of()),
              Ledger.BLANK,
              facts);

      assertThat(findings).singleElement().matches(f -> f.cause() == Cause.NOT_ADMIN);
      assertThat(findings.get(0).message()).contains("member, reader");
    }
  }

  @Test
  void theEstimateIsTheMeasuredTimeOfARequestTimesTheirNumber() {
    Estimate estimate = new Estimate(10, 20, Duration.ofSeconds(2), 8);

    assertThat(estimate.requests()).isEqualTo(50);
    assertThat(estimate.time()).isEqualTo(Duration.ofSeconds(5));
    assertThat(new Estimate(10, 0, Duration.ZERO, 8).time()).isZero();
  }

  /** Its own --out is where the plan goes. */
  @Test
  void theCommandForTheMapNamesOneFile() {
    try (Bench bench = Bench.newton(dir.resolve("a"))) {
      bench.source.keypair("nobody", "k", Keys.rsa(1));

      Ran ran = bench.command("plan", "--out", dir.resolve("plan.json").toString());

      assertThat(ran.err()).contains("--out map.csv").doesNotContain("plan.json --out");
    }
  }

  @Test
  void thePlanTellsHowManyRequestsItWillTake() {
    try (Bench bench = Sample.fill(Bench.newton(dir.resolve("a")))) {
      JsonNode estimate =
          object(bench.command("plan", "--output", "json").exits(0)).path("estimate");
      bench.cloud.requests().clear();
      bench.upload().exits(0);

      // the listing that makes a default group looks like no write
      assertThat(estimate.path("writes").asInt()).isEqualTo(bench.writes().size() + 1);
      assertThat(bench.cloud.requests().all().size())
          .isLessThanOrEqualTo(estimate.path("requests").asInt() + 1);
      bench.command("plan").says("requests, 0 of them to write");
    }
  }
}
