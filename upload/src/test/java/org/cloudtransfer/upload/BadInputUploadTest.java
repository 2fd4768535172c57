package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.User;
import org.cloudtransfer.simulator.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each gets one message (what, which, what to do), its exit code, and nothing half done: D23. */
class BadInputUploadTest {
  @TempDir Path dir;
  private Bench bench;
  private Set<String> end;

  @BeforeEach
  void start() {
    bench = Sample.fill(Bench.newton(dir));
    end = end();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  /** Listing groups makes the caller's own default group come into being; that is Neutron's way. */
  private Set<String> end() {
    Set<String> facts = new TreeSet<>(bench.end());
    facts.removeIf(fact -> fact.startsWith("/security_groups/ADMIN-PROJECT/"));
    return facts;
  }

  /** Refuses: one error, one remedy, no stack, nothing written, no report. */
  private Ran refuses(int code, String... args) {
    return refused(code, bench.upload(args));
  }

  private Ran refused(int code, Ran ran) {
    ran.exits(code).saysNot("\tat ", "unexpected:", "Exception", "null");
    assertThat(ran.err().lines().filter(line -> line.startsWith("error: "))).hasSize(1);
    assertThat(ran.err().lines().reduce((a, b) -> b).orElseThrow()).as("remedy").startsWith("  ");
    assertThat(ran.out()).isEmpty();
    assertThat(bench.writes()).isEmpty();
    assertThat(end()).isEqualTo(end);
    return ran;
  }

  /** It would be without effect, and everything would be taken back. */
  @Test
  void anOptionBeforeTheCommandIsRefused() {
    String tarball = bench.tarball().toString();

    refused(2, bench.run("--project", "q", "rollback", "--tarball", tarball))
        .says("--project must come after the word rollback");
  }

  // ---- the environment

  @ParameterizedTest
  @ValueSource(strings = {"OS_AUTH_URL", "OS_USERNAME", "OS_PASSWORD", "OS_PROJECT_NAME"})
  void aMissingVariableIsNamed(String name) {
    bench.env.remove(name);

    refuses(2).says(name + " is not set", "openrc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"keystone.example:5000", "ftp://keystone.example", "http://"})
  void anAuthUrlThatIsNoneIsNamed(String url) {
    bench.env.put("OS_AUTH_URL", url);

    refuses(2).says("OS_AUTH_URL", "openrc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[", "http://keystone .example", "http://k%zz/"})
  void anAuthUrlThatIsBrokenIsNamed(String url) {
    bench.env.put("OS_AUTH_URL", url);

    refuses(2).says("OS_AUTH_URL");
  }

  @Test
  void aWrongPasswordIsNotAuthorised() {
    bench.env.put("OS_PASSWORD", "guessed");

    refuses(3).says("refused the credentials for user admin", "OS_").saysNot("guessed");
  }

  @Test
  void anUnknownProjectIsNotAuthorised() {
    bench.env.put("OS_PROJECT_NAME", "nowhere");

    refuses(3).says("refused");
  }

  @Test
  void nobodyListening() {
    bench.env.put("OS_AUTH_URL", "http://127.0.0.1:1/identity/v3");

    refuses(3).says("127.0.0.1:1", "does not answer", "OS_AUTH_URL");
    assertThat(bench.slept).isNotEmpty();
  }

  @Test
  void anUnknownHost() {
    bench.env.put("OS_AUTH_URL", "http://keystone.invalid:5000/v3");

    refuses(3).says("keystone.invalid");
  }

  @Test
  void anAuthUrlOfSomethingElse() {
    bench.env.put("OS_AUTH_URL", bench.cloud.url() + "/compute");

    refuses(3).says("/compute");
  }

  @Test
  void aLogInThatAnswersHtml() {
    bench.cloud.faults().add(Fault.on("POST", ".*/auth/tokens").html(200).always());

    refuses(3).says("does not answer like Keystone v3");
  }

  /** N22. */
  @Test
  void anUnknownRegionIsNamedWithThoseThereAre() {
    bench.env.put("OS_REGION_NAME", "Mars");

    refuses(2).says("Mars", "RegionOne", "OS_REGION_NAME");
  }

  @Test
  void anUnknownInterfaceIsNamed() {
    refuses(2, "--os-interface", "private").says("private", "public, internal or admin");
  }

  @Test
  void severalRegionsAndNoneNamedAreAskedBack() {
    try (Bench two =
        Bench.of(SimulatorOptions.newton().regions("East", "West"), dir.resolve("two"))) {
      two.env.remove("OS_REGION_NAME");
      two.projects("p").source.nova("p", "cores", 40);

      two.upload().exits(2).says("East", "West", "OS_REGION_NAME");

      assertThat(two.writes()).isEmpty();
    }
  }

  @Test
  void someoneWhoIsNotAdminIsToldSo() {
    User ann = bench.cloud.cloud().identity().users().get(1);
    bench.cloud.cloud().identity().grant(ann.id(), "p", "member");
    bench.env.put("OS_USERNAME", ann.name());
    bench.env.put("OS_PASSWORD", ann.password());
    bench.env.put("OS_PROJECT_NAME", "name of p");

    refuses(3).says("admin role");
  }

  // ---- what is at the endpoints

  @ParameterizedTest
  @CsvSource({
    ".*/v3/users/.*, identity",
    ".*/v3/projects, identity",
    ".*/os-keypairs, compute",
    ".*/os-quota-sets/p, compute",
    ".*/v2.0/quotas/.*, network",
    ".*/security-groups, network",
    ".*/extensions, network",
    ".*/volume/.*, volume"
  })
  void anEndpointThatAnswersHtmlIsNamed(String path, String service) {
    bench.cloud.faults().add(Fault.on("GET", path).html(200).always());

    refuses(3).says(service);
  }

  @ParameterizedTest
  @ValueSource(strings = {".*/compute/.*", ".*/network/.*", ".*/volume/.*"})
  void anEndpointThatFailsIsNamed(String path) {
    bench.cloud.faults().add(Fault.on("GET", path).answer(500).always());

    refuses(3).says("500");
  }

  @ParameterizedTest
  @ValueSource(strings = {".*/os-quota-sets/.*", ".*/v2.0/quotas/.*", ".*/security-groups"})
  void anEndpointThatForbidsIsNamed(String path) {
    bench.cloud.faults().add(Fault.on("GET", path).answer(403).always());

    refuses(3).says("403", "admin role");
  }

  // ---- the archive and the selection

  @Test
  void noTarballIsNamed() {
    refused(2, bench.run()).says("--tarball");
  }

  @Test
  void aTarballThatIsNotThere() {
    refused(2, bench.run("--tarball", "/nowhere/a.tar.bz2")).says("/nowhere/a.tar.bz2");
  }

  @Test
  void aTornTarball() throws IOException {
    byte[] whole = Files.readAllBytes(bench.tarball());
    Files.write(bench.tarball(), java.util.Arrays.copyOf(whole, whole.length / 2));

    refuses(2).says("torn", "Copy it again");
    assertThat(bench.data()).doesNotExist();
    assertThat(bench.cloud.requests().all()).isEmpty();
  }

  /** D14. */
  @Test
  void anArchiveWithoutTheSelectedKind() {
    bench.source.only(ResourceKind.KEYPAIRS);

    refuses(2, "--security-groups").says("does not hold security-groups", "Download");
  }

  @Test
  void anArchiveWithoutAnyKind() {
    bench.source.only(ResourceKind.KEYPAIRS);

    refuses(2, "--cinder-quotas", "--nova-quotas").says("nova-quotas, cinder-quotas");
  }

  /** N15, N23: an empty match is said aloud. */
  @ParameterizedTest
  @CsvSource({"--project, nowhere", "--user, nobody"})
  void anUnknownNameInTheSelection(String option, String name) {
    refuses(2, option, name).says(option + " " + name + " matches nothing");
  }

  @Test
  void aSelectionThatLeavesNothing() {
    refuses(2, "--project", "p", "--keypairs").says("nothing of the selected kinds", "p");
  }

  // ---- options

  @ParameterizedTest
  @CsvSource({
    "--workers, 0",
    "--workers, -1",
    "--workers, many",
    "--rate, fast",
    "--rate, 0",
    "--rate, -3",
    "--max-failures, 0",
    "--quotas-policy, roughly",
    "--default-groups, perhaps",
    "--os-cacert, /nowhere/ca.pem",
    "--keystone-config, /nowhere",
    "--colour, blue"
  })
  void anOptionThatMakesNoSenseIsNamed(String option, String value) {
    refuses(2, option, value).says(option.equals("--os-cacert") ? value : option);
  }

  @Test
  void aCaFileThatHoldsNoCertificate() throws IOException {
    Path ca = Files.writeString(dir.resolve("ca.pem"), "no certificate\n");

    refuses(2, "--os-cacert", ca.toString()).says(ca.toString(), "certificate");
  }

  @Test
  void aDataDirectoryOfSomebodyElse() throws IOException {
    bench.tarball();
    Files.createDirectory(bench.data());
    Files.writeString(bench.data().resolve("thesis.txt"), "years of work");

    refuses(2).says(bench.data().toString(), "Move that directory away");
    assertThat(bench.data().resolve("thesis.txt")).hasContent("years of work");
  }

  // ---- the journal

  /** Another cloud, which the environment names from now on. */
  private Bench elsewhere() {
    Bench other =
        Bench.of(SimulatorOptions.newton().regions("Elsewhere"), dir.resolve("elsewhere"));
    bench.env.put("OS_AUTH_URL", other.env.get("OS_AUTH_URL"));
    bench.env.put("OS_REGION_NAME", "Elsewhere");
    return Sample.fill(other);
  }

  @Test
  void aJournalOfAnotherCloudIsRefusedAndKept() throws IOException {
    bench.upload("--keypairs").exits(0);
    String journal = Files.readString(bench.journal());
    try (Bench other = elsewhere()) {

      bench.upload().exits(2).says("belongs to an upload to another cloud");

      assertThat(other.writes()).isEmpty();
      assertThat(Files.readString(bench.journal())).isEqualTo(journal);
    }
  }

  @Test
  void afterSuchARefusalTheJournalIsFreeAgain() {
    String url = bench.env.get("OS_AUTH_URL");
    bench.upload("--keypairs").exits(0);
    try (Bench other = elsewhere()) {
      bench.upload().exits(2);
    }
    bench.env.put("OS_AUTH_URL", url);
    bench.env.put("OS_REGION_NAME", "RegionOne");

    bench.upload().exits(0);
  }

  @Test
  void theSameCloudByAnotherNameIsTheSameCloud() {
    bench.upload("--keypairs").exits(0);
    bench.env.put("OS_AUTH_URL", bench.env.get("OS_AUTH_URL").replace("127.0.0.1", "localhost"));

    bench.upload().exits(0);
  }

  @Test
  void theOnlyRegionNamedOrNotIsTheSameCloud() {
    bench.upload("--keypairs").exits(0);
    bench.env.remove("OS_REGION_NAME");

    bench.upload().exits(0);
  }

  @Test
  void aJournalLineThatCannotBeReadIsRefusedByItsNumber() throws IOException {
    bench.upload("--keypairs").exits(0);
    java.util.List<String> lines = new java.util.ArrayList<>(Files.readAllLines(bench.journal()));
    lines.set(2, lines.get(2).substring(0, 9));
    Files.write(bench.journal(), lines);
    bench.cloud.requests().clear();

    bench.upload().exits(2).says("Line 3 of the journal", "backup").saysNot("\tat ");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aTornLastLineOfTheJournalIsForgiven() throws IOException {
    bench.upload().exits(0);
    String journal = Files.readString(bench.journal());
    Files.writeString(bench.journal(), journal + "{\"entry\":\"inte");
    bench.cloud.requests().clear();

    bench.upload().exits(0);

    assertThat(bench.writes()).isEmpty();
    assertThat(Files.readAllLines(bench.journal())).allMatch(line -> line.endsWith("}"));
  }

  @Test
  void aJournalThatCannotBeWrittenStopsBeforeAnything() throws IOException {
    bench.command("status").exits(0);
    Files.createDirectory(bench.journal());

    refuses(2).says("journal");
  }

  // ---- status, help, version

  @Test
  void statusAsksNoCloud() {
    bench.env.clear();

    bench.command("status").exits(0).says("No upload");
    assertThat(bench.cloud.requests().all()).isEmpty();
  }

  @Test
  void statusTellsWhatTheJournalSays() {
    bench.upload().exits(0);

    Ran ran = bench.command("status").exits(0);

    assertThat(ran.out()).containsPattern("keypairs +3 +0 +0");
  }

  @Test
  void quietSaysResultsOnly() {
    Ran ran = bench.upload("-q").exits(0);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("keypairs");
  }

  /** Names are text of strangers: they may not steer the terminal or fake lines of the report. */
  @Test
  void namesSteerNoTerminal() {
    String evil = "evil\u001b[2J\nerror: fake\r\u009b31m";
    bench
        .source
        .group("e1", "gone", evil)
        .rules(Rule.ingress("e1"), Rule.ingress("w1").from(evil))
        .keypair("ann", evil, Keys.rsa(1))
        .keypair(evil, "k", Keys.rsa(1))
        .nova(evil, "cores", 1);

    Ran ran = bench.upload("-vv").exits(1);

    assertThat(ran.all()).doesNotContain("\u001b", "\u009b", "\r");
    assertThat(ran.all().lines()).noneMatch(line -> line.startsWith("error: fake"));
  }

  @Test
  void helpNamesEveryExitCode() {
    assertThat(bench.run("--help").exits(0).out()).contains("Exit codes: 0", "130 interrupted");
  }

  @Test
  void versionIsOneLine() {
    assertThat(bench.run("--version").exits(0).out().strip().lines()).hasSize(1);
  }

  @Test
  void planWritesNothingAndSaysWhatUploadThenDoes() {
    Ran plan = bench.command("plan");
    assertThat(bench.writes()).isEmpty();
    assertThat(end()).isEqualTo(end);

    Ran upload = bench.upload().exits(0);

    for (ResourceKind kind : ResourceKind.values()) {
      for (var table : kind.tables()) {
        assertThat(plan.count(table.name())).as(table.name()).isEqualTo(upload.count(table.name()));
      }
    }
  }

  @Test
  void verifyTellsWhetherAnythingIsLeft() {
    bench.command("verify").exits(4);
    bench.upload().exits(0);
    bench.command("verify").exits(0);
    bench.cloud.cloud().compute().removeKeypair("ann", "laptop");
    bench.command("verify").exits(4).says("laptop");
  }
}
