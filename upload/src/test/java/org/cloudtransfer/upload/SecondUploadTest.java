package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.simulator.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Done when 4 and 5 of the issue: safe to repeat, and no secret anywhere. */
class SecondUploadTest {
  @TempDir Path dir;

  private Bench bench(String profile) {
    Path at = dir.resolve(profile);
    return Sample.fill(profile.equals("newton") ? Bench.newton(at) : Bench.current(at));
  }

  /** D8, D17, D33. */
  @ParameterizedTest
  @ValueSource(strings = {"newton", "current"})
  void itWritesNothingAndEndsTheSame(String profile) {
    try (Bench bench = bench(profile)) {
      bench.upload().exits(0);
      SortedSet<String> end = bench.end();
      bench.cloud.requests().clear();

      Ran ran = bench.upload().exits(0);

      assertThat(bench.writes()).isEmpty();
      assertThat(bench.end()).isEqualTo(end);
      assertThat(ran.count("keypairs").same()).isEqualTo(4);
    }
  }

  @Test
  void withTroubleInTheArchiveItEndsTheSameToo() {
    try (Bench bench = bench("newton")) {
      bench
          .source
          .keypair("nobody", "k", Keys.rsa(1))
          .keypair("ann", "a@b", Keys.rsa(1))
          .nova("gone", "cores", 1)
          .nova("p", "ram", null)
          .cinder("p", "volumes_gold", 1)
          .rules(Rule.ingress("w1").from("nowhere"), Rule.ingress("w1").tcp(0, 1));
      Ran first = bench.upload().exits(1);
      bench.cloud.requests().clear();

      Ran second = bench.upload().exits(1);

      assertThat(bench.writes()).isEmpty();
      for (String table : new String[] {"keypairs", "nova-quotas", "security-group-rules"}) {
        assertThat(second.count(table).withheld()).isEqualTo(first.count(table).withheld());
      }
    }
  }

  /** N25: Newton's Nova does not know the type of this key, and will not know it an hour later. */
  @Test
  void whatTheTargetRefusedAsInvalidIsNotSentAgain() {
    try (Bench bench = bench("newton")) {
      bench.source.keypair("ann", "ed", Keys.ed25519(1));
      assertThat(bench.upload().exits(1).count("keypairs").failed()).isEqualTo(1);
      bench.cloud.requests().clear();

      Ran second = bench.upload().exits(1);

      assertThat(bench.writes()).isEmpty();
      assertThat(second.count("keypairs").failed()).isEqualTo(1);
    }
  }

  /** A partial one, then the rest. */
  @Test
  void inPartsItEndsAsAtOnce() {
    SortedSet<String> atOnce;
    try (Bench bench = bench("newton")) {
      bench.upload().exits(0);
      atOnce = bench.end();
    }
    for (String first : new String[] {"--keypairs", "--quotas", "--security-groups"}) {
      try (Bench bench = Sample.fill(Bench.newton(dir.resolve("part" + first)))) {
        bench.upload(first).exits(0);
        bench.upload().exits(0);
        assertThat(bench.end()).as(first).isEqualTo(atOnce);
      }
    }
  }

  @Test
  void fromAnotherDirectoryWithoutTheJournalItStillMakesNothingTwice() throws IOException {
    try (Bench bench = bench("newton")) {
      bench.upload().exits(0);
      SortedSet<String> end = bench.end();
      Path elsewhere = Files.createDirectory(dir.resolve("elsewhere")).resolve("b.tar.bz2");
      Files.copy(bench.tarball(), elsewhere);
      bench.cloud.requests().clear();

      bench.run("--tarball", elsewhere.toString()).exits(0);

      assertThat(bench.writes()).isEmpty();
      assertThat(bench.end()).isEqualTo(end);
    }
  }

  /** The rule is withheld, so a group without it is the group's equal. */
  @Test
  void withoutTheJournalAGroupWithARuleOfNoPortIsNotMadeTwice() throws IOException {
    try (Bench bench = bench("newton")) {
      bench.source.rules(Rule.ingress("db").tcp(-1, -1));
      bench.upload().exits(1);
      Path elsewhere = Files.createDirectory(dir.resolve("elsewhere")).resolve("b.tar.bz2");
      Files.copy(bench.tarball(), elsewhere);
      bench.cloud.requests().clear();

      bench.run("--tarball", elsewhere.toString()).exits(1);

      assertThat(bench.writes()).isEmpty();
      assertThat(bench.cloud.cloud().network().groups("q", "db")).hasSize(1);
    }
  }

  @Test
  void onANewerProfileTheEndIsThatOfTheOld() {
    try (Bench newton = bench("newton");
        Bench current = bench("current")) {
      newton.upload().exits(0);
      current.upload().exits(0);

      assertThat(current.end().stream().filter(SecondUploadTest::comparable))
          .containsExactlyElementsOf(
              newton.end().stream().filter(SecondUploadTest::comparable).toList());
    }
  }

  private static boolean comparable(String fact) {
    return !fact.startsWith("/volume_types") && !fact.startsWith("/users");
  }

  /** Invariant 7, done when 5. */
  @Test
  void noSecretIsInAnythingProduced() throws IOException {
    try (Bench bench = bench("newton")) {
      bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").answer(500));
      bench.cloud.faults().add(Fault.on("GET", ".*/users/.*").run(bench.cloud::expireTokens));
      bench.cloud.faults().add(Fault.on("POST", ".*/security-groups").drop());
      bench.source.user("nobody", "Nobody", null, User.Origin.UNKNOWN);
      bench.source.keypair("nobody", "k", Keys.rsa(3));

      StringBuilder everything = new StringBuilder();
      everything.append(bench.upload("-vv", "--debug").exits(1).all());
      everything.append(
          bench.command("plan", "-vv", "--out", dir.resolve("plan.json").toString()).all());
      everything.append(bench.command("verify", "-vv").all());
      everything.append(bench.command("map", "-vv").all());
      everything.append(bench.command("status", "-vv").all());
      bench.env.put("OS_PASSWORD", "wrong-but-secret");
      everything.append(bench.upload("-vv", "--debug").exits(3).all());
      for (Path file : Files.walk(dir).filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".bz2")) {
          everything.append(Files.readString(file));
        }
      }

      assertThat(everything.toString())
          .contains("GET ", "os-keypairs")
          .doesNotContain("adminsecret", "wrong-but-secret", "secret of", "X-Auth-Token", "gAAAA");
      assertThat(everything.toString()).doesNotContainIgnoringCase("x-subject-token");
    }
  }
}
