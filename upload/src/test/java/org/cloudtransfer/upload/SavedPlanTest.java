package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan --out}, read by a person, then {@code upload --plan}. */
class SavedPlanTest {
  @TempDir Path dir;

  private Bench bench(String name) {
    return Sample.fill(Bench.newton(dir.resolve(name)));
  }

  private String plan(Bench bench) {
    String file = bench.data().resolveSibling("plan.json").toString();
    bench.command("plan", "--out", file).exits(0);
    return file;
  }

  private SortedSet<String> clean() {
    try (Bench bench = bench("clean")) {
      bench.upload().exits(0);
      return bench.end();
    }
  }

  @Test
  void itIsAppliedAsUploadWouldDo() {
    try (Bench bench = bench("applied")) {
      String plan = plan(bench);
      assertThat(bench.writes()).isEmpty();

      bench.upload("--plan", plan).exits(0);

      assertThat(bench.end()).isEqualTo(clean());
    }
  }

  @Test
  void ofAnArchiveWithTroubleItEndsAsUploadDoes() {
    try (Bench bench = bench("trouble")) {
      bench.source.keypair("nobody", "k", Keys.rsa(1));
      String file = bench.data().resolveSibling("plan.json").toString();
      bench.command("plan", "--out", file).exits(1);

      bench.upload("--plan", file).exits(1).says("nobody");
    }
  }

  @Test
  void aLimitThatChangedMakesItStale() {
    try (Bench bench = bench("limit")) {
      String plan = plan(bench);
      bench.cloud.cloud().compute().setQuota("p", "cores", 33);
      bench.cloud.requests().clear();

      bench.upload("--plan", plan).exits(2).says("stale", "cores");

      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void aKeyThatWasThereAndIsGoneMakesItStale() {
    try (Bench bench = bench("gone")) {
      String plan = plan(bench);
      bench.cloud.cloud().compute().removeKeypair("bob", "old");
      bench.cloud.requests().clear();

      bench.upload("--plan", plan).exits(2).says("stale", "old");

      assertThat(bench.writes()).isEmpty();
    }
  }

  /** Nobody has looked at the removal of that rule. */
  @Test
  void aRuleThatAppearedAndWouldBeRemovedMakesItStale() {
    try (Bench bench = bench("rule")) {
      String plan = bench.data().resolveSibling("plan.json").toString();
      var network = bench.cloud.cloud().network();
      var theirs = network.ensureDefaultGroup("q");
      network.addRule(theirs, "ingress", "IPv4", "tcp", 443, 443, null, null);
      bench.command("plan", "--out", plan, "--default-groups", "exact").exits(0);
      network.addRule(theirs, "ingress", "IPv4", "tcp", 8443, 8443, null, null);
      bench.cloud.requests().clear();

      bench.upload("--plan", plan, "--default-groups", "exact").exits(2).says("stale", "8443");

      assertThat(bench.writes()).isEmpty();
    }
  }

  /** The plan that somebody has looked at gives the key to somebody else. */
  @Test
  void anotherMapMakesItStale() throws IOException {
    try (Bench bench = bench("map")) {
      bench.users("eve", "mallory");
      bench.source.keypair("left", "k", Keys.rsa(1));
      Path map = dir.resolve("map.csv");
      Files.writeString(map, "source_id,target_id\nleft,eve\n");
      String plan = bench.data().resolveSibling("plan.json").toString();
      bench.command("plan", "--out", plan, "--map", map.toString()).exits(0);
      Files.writeString(map, "source_id,target_id\nleft,mallory\n");
      bench.cloud.requests().clear();

      bench.upload("--plan", plan, "--map", map.toString()).exits(2).says("stale", "mallory");

      assertThat(bench.writes()).isEmpty();
    }
  }

  /** It does less than was planned, never more: the key is withheld, the rest is done. */
  @Test
  void anotherKeyOfThatNameThatAppearedIsNotReplaced() {
    try (Bench bench = bench("appeared")) {
      String plan = plan(bench);
      var compute = bench.cloud.cloud().compute();
      compute.addKeypair("ann", "laptop", "ssh", Keys.rsa(77), "other");

      Ran ran = bench.upload("--plan", plan).exits(1).says("laptop");

      assertThat(ran.count("keypairs").withheld()).isEqualTo(1);
      assertThat(compute.keypair("ann", "laptop").orElseThrow().publicKey())
          .isEqualTo(Keys.rsa(77));
    }
  }

  @Test
  void forAnotherArchiveItIsRefused() {
    try (Bench bench = bench("archive")) {
      String plan = plan(bench);
      Path other = new Source().keypair("ann", "x", Keys.rsa(5)).pack(dir.resolve("other"));
      bench.cloud.requests().clear();

      bench.run("--tarball", other.toString(), "--plan", plan).exits(2).says("another archive");

      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void forAnotherCloudItIsRefused() throws IOException {
    try (Bench one = bench("one");
        Bench two = bench("two")) {
      String plan = plan(one);
      Path copy = Files.createDirectory(dir.resolve("copy")).resolve("a.tar.bz2");
      Files.copy(one.tarball(), copy);

      two.run("--tarball", copy.toString(), "--plan", plan).exits(2).says("another cloud");

      assertThat(two.writes()).isEmpty();
    }
  }

  @Test
  void whatIsNoPlanIsRefused() throws IOException {
    try (Bench bench = bench("no")) {
      Path file = dir.resolve("no-plan.json");
      for (String text : new String[] {"", "not JSON", "null", "[]", "{\"format\":2}"}) {
        Files.writeString(file, text);
        bench.upload("--plan", file.toString()).exits(2).says("no-plan.json", "plan");
      }
      bench.upload("--plan", dir.resolve("missing").toString()).exits(2).says("missing");
      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void afterAnInterruptionAtAnyWriteItIsAppliedAgain() {
    assertGoesOnAfterInterruptions();
  }

  @Test
  void afterAnInterruptionAtAnyWriteOfTheseKindsItIsAppliedAgain() {
    assertGoesOnAfterInterruptions(
        "--keypairs", "--neutron-quotas", "--cinder-quotas", "--security-groups");
  }

  private void assertGoesOnAfterInterruptions(String... selection) {
    SortedSet<String> clean;
    try (Bench bench = bench("clean")) {
      bench.upload(selection).exits(0);
      clean = bench.end();
    }
    Ran ran = null;
    for (int i = 0; ran == null || ran.code() != 0; i++) {
      try (Bench bench = bench("again" + i)) {
        String file = bench.data().resolveSibling("plan.json").toString();
        bench.command("plan", with(selection, "--out", file)).exits(0);
        bench
            .cloud
            .faults()
            .add(Fault.on("POST|PUT|DELETE", "(?!.*/auth/tokens).*").skip(i).drop().always());
        String[] carefully =
            with(selection, "--workers", "1", "--max-failures", "1", "--plan", file);
        ran = bench.upload(carefully);
        bench.cloud.faults().clear();

        Ran next = bench.upload(with(selection, "--plan", file));

        assertThat(next.code()).as("write %d: %s", i, next.all()).isZero();
        assertThat(bench.end()).as("write %d", i).isEqualTo(clean);
      }
    }
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void theDetailedExitCodeTellsWhetherChangesArePending() {
    try (Bench bench = bench("detailed")) {
      bench.command("plan", "--detailed-exitcode").exits(4);
      bench.upload().exits(0);
      bench.command("plan", "--detailed-exitcode").exits(0);
    }
  }
}
