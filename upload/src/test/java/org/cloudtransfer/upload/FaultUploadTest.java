package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.cloudtransfer.simulator.http.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D15: a busy, slow or failing cloud. */
class FaultUploadTest {
  private static final String ANY = "(?!.*/auth/tokens).*";
  private static final String WRITES = "POST|PUT|DELETE";
  private static final String GROUPS = ".*/security-groups";

  /** How often the executor looks, and how often a reading request is sent each time. */
  private static final int LOOKS = 3;

  private static final int ATTEMPTS = 6;

  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Sample.fill(Bench.newton(dir));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private SortedSet<String> cleanEnd() {
    try (Bench clean = Sample.fill(Bench.newton(dir.resolve("clean")))) {
      clean.upload().exits(0);
      return clean.end();
    }
  }

  /** N18: every kind of request is told to wait; all are sent again after what was asked. */
  @Test
  void aBusyCloudIsWaitedForAsLongAsItAsks() {
    for (String path :
        new String[] {
          ".*/os-quota-sets/p", ".*/quotas/p", ".*/os-keypairs", ".*/security-groups",
          ".*/security-group-rules", ".*/security-group-rules/.+", ".*/users/ann", ".*/auth/tokens"
        }) {
      bench.cloud.faults().add(Fault.on(".*", path).answer(429).retryAfter("17"));
    }

    bench.upload().exits(0);

    assertThat(bench.slept).hasSize(8).containsOnly(Duration.ofSeconds(17));
    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  private Ran runWithoutSleep(Throwable thrown, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            Map.copyOf(bench.env),
            print,
            print,
            Clock.systemUTC(),
            new Random(7),
            duration -> FaultUploadTest.<RuntimeException>raise(thrown));
    int code = Main.run(surroundings, args);
    return new Ran(code, out.toString(StandardCharsets.UTF_8), "");
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Exit code 2 would say that nothing was changed, and without a report nobody knew what was. */
  @Test
  void aFaultOfTheProgramInTheMiddleIsReportedAsAStop() {
    bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").drop());

    Ran ran =
        runWithoutSleep(
            new IllegalStateException("cannot sleep"), "--tarball", bench.tarball().toString());

    ran.exits(6).says("cannot sleep", "fault of the program", "withheld").saysNot("error: Stopped");
    assertThat(ran.count("nova-quotas").updated()).isEqualTo(2);
    assertThat(ran.count("keypairs").failed()).isPositive();
    bench.cloud.faults().clear();
    bench.upload().exits(0);
    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  @Test
  void aFaultOfTheProgramInTheMiddleOfARollbackIsReportedAsAStop() {
    bench.upload().exits(0);
    bench.cloud.faults().add(Fault.on("DELETE", ".*/os-keypairs/.*").answer(503).always());

    Ran ran =
        runWithoutSleep(
            new IllegalStateException("cannot sleep"),
            "rollback",
            "--tarball",
            bench.tarball().toString());

    ran.exits(6).says("cannot sleep", "fault of the program", "undone", "security-groups");
    bench.cloud.faults().clear();
    bench.command("rollback").exits(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "rollback"})
  void memoryThatIsUsedUpInTheMiddleIsReportedWithHowToGiveMore(String command) {
    List<String> args = new ArrayList<>(List.of("--tarball", bench.tarball().toString()));
    if (command.equals("rollback")) {
      bench.upload().exits(0);
      args.add(0, command);
    }
    bench.cloud.faults().add(Fault.on("POST|DELETE", ".*/os-keypairs.*").answer(503).always());

    Ran ran = runWithoutSleep(new OutOfMemoryError("Java heap space"), args.toArray(String[]::new));

    ran.exits(6)
        .says("memory is used up: Java heap space", "JDK_JAVA_OPTIONS=-Xmx", "nothing is lost")
        .says("security-groups")
        .saysNot("fault of the program");
  }

  /** Whoever finds the group before we are sure that it is ours may begin to use it. */
  @Test
  void aRuleThatSomebodyAddsToAGroupInDoubtIsTheirs() {
    bench.cloud.faults().add(Fault.on("POST", ".*/security-groups").drop().afterEffect());
    bench.cloud.faults().add(Fault.on("GET", ".*/security-groups").skip(1).answer(503).always());
    bench.upload("--security-groups").says("no clear answer");
    bench.cloud.faults().clear();
    Network network = bench.cloud.cloud().network();
    SecurityGroup db = network.groups("q", "db").get(0);
    var theirs = network.addRule(db, "ingress", "IPv4", "tcp", 8080, 8080, null, null);

    bench.upload("--security-groups");

    assertThat(network.groups("q", "db")).hasSize(1);
    assertThat(network.rule(theirs.id())).isPresent();
  }

  @Test
  void aDateToWaitForIsUnderstood() {
    bench
        .cloud
        .faults()
        .add(
            Fault.on("PUT", ".*/os-quota-sets/p")
                .answer(503)
                .retryAfter("Sat, 21 Nov 2026 12:00:42 GMT"));

    bench.upload().exits(0);

    assertThat(bench.slept).containsExactly(Duration.ofSeconds(42));
  }

  @Test
  void nobodyMakesUsWaitForEver() {
    bench.cloud.faults().add(Fault.on("PUT", ".*/os-quota-sets/p").answer(429).retryAfter("86400"));

    bench.upload().exits(0);

    assertThat(bench.slept).containsExactly(Duration.ofSeconds(60));
  }

  /** Of old, Nova said 413 for 429. */
  @ParameterizedTest
  @ValueSource(ints = {413, 429})
  void withoutATimeTheWaitsGrow(int status) {
    bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").answer(status).times(4));

    bench.upload("--workers", "1").exits(0);

    assertThat(bench.slept).hasSize(4).isSorted();
    assertThat(bench.slept.get(3)).isGreaterThan(bench.slept.get(0));
  }

  @Test
  void aCloudThatIsBusyForEverFailsTheRowAndNotTheRun() {
    bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").answer(429).always());

    Ran ran = bench.upload().exits(1);

    assertThat(ran.count("keypairs").failed()).isEqualTo(3);
    assertThat(ran.count("security-groups").failed()).isZero();
    bench.cloud.faults().clear();
    bench.upload().exits(0);
    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  /** A server error tells nothing of the effect: it is looked for, and nothing is doubled. */
  @ParameterizedTest
  @CsvSource({"500, false", "500, true", "503, false", "503, true", "504, true", "502, false"})
  void aServerErrorAtAnyWriteIsSettled(int status, boolean afterEffect) {
    Fault fault = Fault.on(WRITES, ANY).answer(status).times(9);
    bench.cloud.faults().add(afterEffect ? fault.afterEffect() : fault);

    bench.upload("--workers", "1").exits(0);

    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  @Test
  void aServerErrorAtAnyReadIsRepeated() {
    for (int i = 0; i < 12; i++) {
      bench.cloud.faults().add(Fault.on("GET", ".*").skip(i * 3).answer(500));
    }

    bench.upload("--workers", "1").exits(0);

    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  @Test
  void dropsEverywhereAndManyWorkersEndAsACleanRunDoes() {
    for (int i = 0; i < 6; i++) {
      bench.cloud.faults().add(Fault.on(WRITES, ANY).skip(3 * i).drop());
      bench.cloud.faults().add(Fault.on(WRITES, ANY).skip(3 * i + 1).drop().afterEffect());
    }

    bench.upload("--workers", "4").exits(0);

    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  /** N17: renewed once, by whoever comes first; the workers share it. */
  @Test
  void anExpiredTokenIsRenewedOnceForAllWorkers() {
    bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").run(bench.cloud::expireTokens));
    bench.cloud.faults().add(Fault.on("GET", ".*/users/.*").run(bench.cloud::expireTokens));

    bench.upload("--workers", "8").exits(0);

    assertThat(bench.cloud.requests().matching("POST", ".*/auth/tokens")).hasSize(3);
    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  @Test
  void tokensThatExpireAllTheTimeDoNotStopTheRun() {
    for (int i = 0; i < 25; i++) {
      bench.cloud.faults().add(Fault.on(".*", ANY).skip(i * 4).run(bench.cloud::expireTokens));
    }

    bench.upload("--workers", "1").exits(0);

    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  private Ran runWithAPasswordThatChanges() {
    bench
        .cloud
        .faults()
        .add(
            Fault.on("POST", ".*/os-keypairs")
                .run(
                    () -> {
                      bench.cloud.expireTokens();
                      bench
                          .cloud
                          .faults()
                          .add(Fault.on("POST", ".*/auth/tokens").answer(401).always());
                    }));
    Ran ran = bench.upload("--workers", "1");
    assertThat(ran.code()).as(ran.all()).isIn(3, 6);
    return ran.says("refused the credentials").saysNot("\tat ");
  }

  @Test
  void aRunWhosePasswordChangesIsCarriedOnByTheNext() {
    runWithAPasswordThatChanges();
    bench.cloud.faults().clear();

    bench.upload().exits(0);

    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  /** Invariant 5. */
  @Test
  void aPasswordThatChangesInMidRunStillTellsWhatWasDone() {
    Ran ran = runWithAPasswordThatChanges();

    assertThat(ran.count("nova-quotas").updated()).isEqualTo(2);
  }

  /** The brake: a cloud that fails as a whole is not asked ten thousand times. */
  @Test
  void aCloudThatFailsAsAWholeStopsTheRun() {
    for (int i = 0; i < 60; i++) {
      bench.source.keypair("ann", "k" + i, Keys.rsa(i % 3));
    }
    bench.cloud.faults().add(Fault.on("POST", ".*").skip(1).answer(500).always());

    Ran ran = bench.upload("--workers", "2").exits(6).says("fails as a whole", "again");

    assertThat(bench.cloud.requests().matching("POST", ".*/os-keypairs").size()).isLessThan(40);
    assertThat(ran.count("keypairs").failed()).isGreaterThan(50);
    bench.cloud.faults().clear();
    bench.upload().exits(0);
  }

  @Test
  void tooManyFailuresStopTheRun() {
    for (int i = 0; i < 30; i++) {
      bench.source.keypair("ann", "bad" + i, "no key at all " + i);
    }

    Ran ran = bench.upload("--max-failures", "5", "--workers", "1").exits(6).says("--max-failures");

    assertThat(bench.cloud.requests().matching("POST", ".*/os-keypairs").size()).isLessThan(12);
    assertThat(ran.count("security-groups").failed()).isEqualTo(5);
    assertThat(bench.cloud.cloud().network().groups("p", "web")).hasSize(1);
  }

  @Test
  void fewerFailuresThanAllowedDoNot() {
    bench.source.keypair("ann", "bad", "no key at all");

    bench.upload("--max-failures", "2").exits(1);
  }

  /** N24. */
  @Test
  void everyFailureIsListedWithTheTargetsWords() {
    bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").answer(400).always());

    Ran ran = bench.upload().exits(1).says("Ordered by the test", "HTTP 400", "laptop", "windows");

    assertThat(ran.count("keypairs").failed()).isEqualTo(3);
    assertThat(ran.count("security-group-rules").failed()).isZero();
  }

  @Test
  void aLockedJournalStopsASecondRunAtOnce() {
    Ran[] second = new Ran[1];
    bench
        .cloud
        .faults()
        .add(Fault.on("POST", ".*/os-keypairs").run(() -> second[0] = bench.upload()));

    bench.upload("--workers", "1").exits(0);

    second[0].exits(5).says("Another run holds", "Wait until");
    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  /** Another archive, another directory: it is the cloud that is taken. */
  @Test
  void aRunAtWorkOnTheCloudStopsOthersThatWriteToItAndNoneThatOnlyLook() {
    Path other = new Source().keypair("ann", "x", Keys.rsa(5)).pack(dir.resolve("other"));
    List<Ran> writing = new ArrayList<>();
    List<Ran> looking = new ArrayList<>();
    bench
        .cloud
        .faults()
        .add(
            Fault.on("POST", ".*/os-keypairs")
                .run(
                    () -> {
                      writing.add(bench.run("--tarball", other.toString()));
                      writing.add(bench.run("rollback", "--tarball", other.toString()));
                      looking.add(bench.run("plan", "--tarball", other.toString()));
                      looking.add(bench.run("verify", "--tarball", other.toString()));
                      looking.add(bench.run("rollback", "--dry-run", "--tarball", "" + other));
                    }));

    bench.upload("--workers", "1").exits(0);

    writing.forEach(ran -> ran.exits(5).says("Another run holds the lock of this cloud"));
    assertThat(writing).hasSize(2);
    assertThat(looking).extracting(Ran::code).containsExactly(0, 4, 0);
    assertThat(bench.end()).isEqualTo(cleanEnd());
    bench.run("--tarball", other.toString()).exits(0);
  }

  @Test
  void aJournalThatCannotBeWrittenEndsTheRunBeforeAnythingIsSent() throws IOException {
    bench.command("plan");
    Files.createSymbolicLink(bench.journal(), Path.of("/dev/full"));
    bench.cloud.requests().clear();

    bench.upload().exits(6).says("The journal cannot be written", "No space left", "Make room");

    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void everyAttemptIsTraced() {
    bench.cloud.faults().add(Fault.on("PUT", ".*/os-quota-sets/p").answer(503).times(2));

    Ran ran = bench.upload("-vv", "--nova-quotas").exits(0);

    assertThat(ran.err().lines().filter(line -> line.contains("os-quota-sets/p ->")))
        .filteredOn(line -> line.startsWith("PUT "))
        .extracting(line -> line.replaceFirst(".* -> ", ""))
        .containsExactly("503", "503", "200");
    ran.says("before the next attempt");
  }

  /** As long as nobody can look whether the groups are there, they are not made again. */
  @Test
  void groupsThatCannotBeLookedForAreNotMadeTwice() {
    Fault blind = Fault.on("GET", GROUPS).answer(503).times(LOOKS * ATTEMPTS);
    bench
        .cloud
        .faults()
        .add(
            Fault.on("POST", GROUPS)
                .run(() -> bench.cloud.faults().add(blind))
                .answer(504)
                .afterEffect());

    Ran ran = bench.upload("--workers", "1").exits(1).says("no clear answer", "looks before");

    assertThat(ran.count("security-groups").failed()).isPositive();
    bench.upload().exits(0);
    assertThat(bench.end()).isEqualTo(cleanEnd());
  }

  /** A proxy that makes something else of the answer. */
  @ParameterizedTest
  @ValueSource(strings = {"/security-groups", "/security-group-rules", "/os-keypairs"})
  void aSuccessThatDoesNotTellWhatWasMadeIsLookedInto(String path) {
    Reply other = Reply.json(200, Json.object().put("message", "hello"));
    bench.cloud.faults().add(Fault.on("POST", ".*" + path).answer(other).afterEffect());

    bench.upload("--workers", "1").exits(0);

    assertThat(bench.end()).isEqualTo(cleanEnd());
    bench.cloud.requests().clear();
    bench.upload("--workers", "1").exits(0);
    assertThat(bench.writes()).isEmpty();
  }

  /** What an answer leaves out is not missing: groups would be made beside their equals. */
  @Test
  void aListingThatLacksTheListStopsTheRunBeforeAnythingIsWritten() {
    bench.cloud.faults().add(Fault.on("GET", GROUPS).answer(Reply.json(200, Json.object())));

    bench.upload("--workers", "1").exits(3).says("without any security_groups");

    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aRateIsKept() {
    bench.upload("--rate", "100000", "--nova-quotas").exits(0);

    assertThat(bench.writes()).extracting(LoggedRequest::method).containsOnly("PUT");
  }

  /** N24: as a MySQL in utf8 of three bytes does with a description that holds an emoji. */
  @Test
  void oneGroupThatTheServiceStumblesOverDoesNotSinkTheOthersOfItsRequest() {
    try (Bench blank = Bench.newton(dir.resolve("blank")).projects("p")) {
      blank.source.group("a", "p", "a", "\uD83D\uDE00").group("b", "p", "b").group("c", "p", "c");
      blank.cloud.faults().add(Fault.on("POST", ".*/security-groups").answer(500).times(6));

      Ran ran = blank.upload().exits(1).says("no clear answer", "cannot store");

      assertThat(ran.count("security-groups").created()).isEqualTo(2);
      assertThat(ran.count("security-groups").failed()).isEqualTo(1);
    }
  }
}
