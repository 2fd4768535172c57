package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.resource.ResourceKind.KEYPAIRS;
import static org.cloudtransfer.resource.ResourceKind.NOVA_QUOTAS;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Fault;
import org.junit.jupiter.api.io.TempDir;

/** What holds for a run as a whole: order, selection, journal, killing, repeating, faults. */
class RunTest {
  private static final String KEY = Keys.rsa(1, 2048);

  @TempDir private Path directory;

  /** Two projects and two users with something of every kind. */
  private record Sample(ArchiveOf archive, String one, String two, String alice, String bob) {
    static Sample on(CloudUnderTest cloud) {
      Sample sample =
          new Sample(new ArchiveOf(), cloud.project(), cloud.project(), cloud.user(), cloud.user());
      for (String project : List.of(sample.one, sample.two)) {
        sample.archive.project(project, "name-of-" + project);
        sample.archive.nova(project, "cores", 33);
        sample.archive.neutron(project, "network", 34);
        sample.archive.cinder(project, "volumes", 35);
        for (String name : List.of("web", "db", "web")) {
          String group = sample.archive.usualGroup(project, name);
          sample.archive.rule(group, RuleOf.ingress().tcp(80));
          sample.archive.rule(group, RuleOf.ingress().tcp(22).group(group));
        }
      }
      for (String user : List.of(sample.alice, sample.bob)) {
        for (int i = 0; i < 4; i++) {
          sample.archive.keypair(user, "key-" + i, Keys.rsa(i, 2048));
        }
      }
      return sample;
    }

    void isComplete(CloudUnderTest cloud) {
      for (String project : List.of(one, two)) {
        assertThat(cloud.novaQuota(project, "cores")).isEqualTo(33);
        assertThat(cloud.neutronQuota(project, "network")).isEqualTo(34);
        assertThat(cloud.cinderQuota(project, "volumes")).isEqualTo(35);
        assertThat(cloud.groupNames(project)).containsExactly("db", "web", "web");
        cloud
            .groups(project)
            .forEach(
                group ->
                    assertThat(CloudUnderTest.rules(group))
                        .containsExactly(
                            "egress IPv4",
                            "egress IPv6",
                            "ingress IPv4 tcp 22-22 self",
                            "ingress IPv4 tcp 80-80"));
      }
      assertThat(cloud.keypairs(alice)).hasSize(4);
      assertThat(cloud.keypairs(bob)).hasSize(4);
    }
  }

  @Fact("D14")
  void archiveOfAFewKindsIsUploadedWithoutNamingThem(CloudUnderTest cloud) {
    String user = cloud.user();
    Path tarball = new ArchiveOf().keypair(user, "key", KEY).only(KEYPAIRS).write(directory);
    assertThat(cloud.upload(tarball).code()).isZero();
    assertThat(cloud.keypairs(user)).containsOnlyKeys("key");
    Run other = cloud.upload(tarball, "--security-groups");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.said()).contains("does not hold security-groups");
  }

  @Fact("D7")
  void limitsAreSetBeforeWhatTheyLimit(CloudUnderTest cloud) {
    Sample sample = Sample.on(cloud);
    Run run = cloud.upload(sample.archive().write(directory));
    assertThat(run.code()).as(run.toString()).isZero();
    List<String> writes = run.writes();
    int lastLimit = last(writes, "quota");
    assertThat(lastLimit).isLessThan(first(writes, "/os-keypairs"));
    assertThat(lastLimit).isLessThan(first(writes, "/security-groups"));
    sample.isComplete(cloud);
  }

  private static int first(List<String> lines, String part) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no line with " + part);
  }

  private static int last(List<String> lines, String part) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no line with " + part);
  }

  @Fact({"D18", "D20", "D24"})
  void killedRunIsFinishedByTheNextWithoutLossOrDouble(CloudUnderTest cloud) throws Exception {
    Sample sample = Sample.on(cloud);
    Path tarball = sample.archive().write(directory);
    Path workingDirectory = Files.createDirectory(directory.resolve("cwd"));
    for (int lines : new int[] {4, 9, 16, 22}) {
      killAfter(lines, cloud, tarball, workingDirectory);
    }
    Run run = cloud.upload(tarball);
    assertThat(run.code()).as(run.toString()).isZero();
    sample.isComplete(cloud);
    assertThat(cloud.upload(tarball).writes()).isEmpty();
    assertThat(workingDirectory).isEmptyDirectory();
  }

  /** Runs the program as a process of its own until its journal is so long, and kills it. */
  private static void killAfter(
      int lines, CloudUnderTest cloud, Path tarball, Path workingDirectory) throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(List.of("org.cloudtransfer.upload.Main", "--tarball", tarball.toString()));
    command.addAll(List.of("--rate", "40"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(tarball + ".log"));
    builder.environment().putAll(cloud.env());
    Process process = builder.start();
    Path journal = tarball.resolveSibling("archive").resolve("upload-journal.jsonl");
    while (process.isAlive() && length(journal) < lines) {
      TimeUnit.MILLISECONDS.sleep(3);
    }
    process.destroyForcibly().waitFor();
  }

  private static int length(Path journal) throws IOException {
    return Files.exists(journal)
        ? (int) Files.readString(journal).chars().filter(c -> c == '\n').count()
        : 0;
  }

  @Fact({"D19", "D17"})
  void journalLiesWithTheArchiveAndIsRefusedForAnotherCloud(CloudUnderTest cloud) {
    String user = cloud.user();
    Path tarball = new ArchiveOf().keypair(user, "key", KEY).only(KEYPAIRS).write(directory);
    assertThat(cloud.upload(tarball).code()).isZero();
    assertThat(directory.resolve("archive").resolve("upload-journal.jsonl")).exists();
    try (Simulator other = Simulator.start(SimulatorOptions.current())) {
      var env = new java.util.HashMap<>(cloud.env());
      env.put("OS_AUTH_URL", other.authUrl());
      env.put("OS_PASSWORD", "adminsecret");
      Run run = Run.upload(env, tarball);
      assertThat(run.code()).as(run.toString()).isEqualTo(2);
      assertThat(run.writes()).isEmpty();
    }
  }

  @Fact({"D20", "D23"})
  void statusTellsFromTheJournalAloneWhatIsDone(CloudUnderTest cloud) {
    Path tarball = Sample.on(cloud).archive().write(directory);
    cloud.upload(tarball);
    Run status = cloud.upload(tarball, "status");
    assertThat(status.code()).as(status.toString()).isZero();
    assertThat(status.requests()).isEmpty();
    assertThat(status.out())
        .containsPattern("(?m)^nova-quotas +2 +0 +0")
        .containsPattern("(?m)^keypairs +8 +0 +0")
        .containsPattern("(?m)^security-group-rules +\\d+ +0 +0");
  }

  @Fact("D23")
  void planSaysWhatWouldBeDoneAndWritesNothing(CloudUnderTest cloud) {
    Sample sample = Sample.on(cloud);
    String before = cloud.picture(sample.one());
    Run plan = cloud.upload(sample.archive().write(directory), "plan", "--detailed-exitcode");
    assertThat(plan.code()).as(plan.toString()).isEqualTo(4);
    assertThat(plan.writes()).isEmpty();
    assertThat(plan.count("security-groups", "created")).isEqualTo(6);
    assertThat(cloud.picture(sample.one())).isEqualTo(before);
    assertThat(cloud.keypairs(sample.alice())).isEmpty();
  }

  @Fact("D23")
  void verifyTellsWhatIsMissingAndThenThatNothingIs(CloudUnderTest cloud) {
    Path tarball = Sample.on(cloud).archive().write(directory);
    assertThat(cloud.upload(tarball, "verify").code()).isEqualTo(4);
    cloud.upload(tarball);
    Run verify = cloud.upload(tarball, "verify");
    assertThat(verify.code()).as(verify.toString()).isZero();
    assertThat(verify.writes()).isEmpty();
  }

  @Fact({"N23", "D23"})
  void selectionNarrowsToKindsProjectsAndUsers(CloudUnderTest cloud) {
    Sample sample = Sample.on(cloud);
    Path tarball = sample.archive().write(directory);
    Run run = cloud.upload(tarball, "--project", sample.one(), "--nova-quotas");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.writes()).hasSize(1);
    assertThat(cloud.novaQuota(sample.one(), "cores")).isEqualTo(33);
    Run byName = cloud.upload(tarball, "--project", "name-of-" + sample.two(), "--nova-quotas");
    assertThat(byName.writes()).hasSize(1);
    Run ofUser = cloud.upload(tarball, "--user", sample.bob(), "--keypairs");
    assertThat(ofUser.count("keypairs", "created")).isEqualTo(4);
    assertThat(cloud.keypairs(sample.alice())).isEmpty();
    assertThat(cloud.groups(sample.one())).isEmpty();
  }

  @Fact("N23")
  void selectionThatMatchesNothingIsAnError(CloudUnderTest cloud) {
    Path tarball = Sample.on(cloud).archive().write(directory);
    for (String option : List.of("--project", "--user")) {
      Run run = cloud.upload(tarball, option, "no-such-thing");
      assertThat(run.code()).as(run.toString()).isEqualTo(2);
      assertThat(run.said()).contains("no-such-thing");
      assertThat(run.writes()).isEmpty();
    }
  }

  @Fact("N21")
  void openrcInItsDialectsIsUnderstood(CloudUnderTest cloud) {
    String project = cloud.project();
    Path tarball = new ArchiveOf().nova(project, "cores", 20).only(NOVA_QUOTAS).write(directory);
    String root = cloud.env().get("OS_AUTH_URL").replaceFirst("/v3/?$", "");
    for (String path : List.of("/v3", "/v3/", "", "/", "/v2.0")) {
      var env = new java.util.HashMap<>(cloud.env());
      env.put("OS_AUTH_URL", root + path);
      env.put("OS_TENANT_NAME", env.remove("OS_PROJECT_NAME"));
      env.put("OS_ENDPOINT_TYPE", "internalURL");
      env.remove("OS_IDENTITY_API_VERSION");
      Run run = Run.upload(env, tarball);
      assertThat(run.code()).as(path + "\n" + run).isZero();
    }
  }

  @Fact(value = "N22", since = Profile.TRAIN)
  void applicationCredentialLogsIn(CloudUnderTest cloud) {
    String project = cloud.project();
    Path tarball = new ArchiveOf().nova(project, "cores", 33).only(NOVA_QUOTAS).write(directory);
    Run run = Run.upload(cloud.applicationCredential(), tarball);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(33);
  }

  @Fact(value = "N22", until = Profile.PIKE)
  void applicationCredentialIsRefusedWithTheReleaseThatItNeeds(CloudUnderTest cloud) {
    Path tarball =
        new ArchiveOf().nova(cloud.project(), "cores", 33).only(NOVA_QUOTAS).write(directory);
    Run run = Run.upload(cloud.applicationCredential(), tarball);
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.said()).contains("application credential").contains("Queens");
  }

  @Fact(value = "N22", until = Profile.PIKE)
  void systemScopeIsRefusedWithTheReleaseThatItNeeds(CloudUnderTest cloud) {
    Path tarball =
        new ArchiveOf().nova(cloud.project(), "cores", 33).only(NOVA_QUOTAS).write(directory);
    var env = new java.util.HashMap<>(cloud.env());
    env.put("OS_SYSTEM_SCOPE", "all");
    Run run = Run.upload(env, tarball);
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.said()).contains("OS_SYSTEM_SCOPE").contains("Queens");
    assertThat(run.writes()).isEmpty();
  }

  @Fact(value = "N22", since = Profile.TRAIN)
  void systemScopeBesideAProjectLogsIn(CloudUnderTest cloud) {
    String project = cloud.project();
    Path tarball = new ArchiveOf().nova(project, "cores", 33).only(NOVA_QUOTAS).write(directory);
    var env = new java.util.HashMap<>(cloud.env());
    env.put("OS_SYSTEM_SCOPE", "all");
    Run run = Run.upload(env, tarball);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(33);
  }

  @Fact("N22")
  void regionThatTheCatalogDoesNotHaveIsNamed(CloudUnderTest cloud) {
    Path tarball =
        new ArchiveOf().nova(cloud.project(), "cores", 33).only(NOVA_QUOTAS).write(directory);
    Run run = cloud.upload(tarball, "--os-region-name", "Atlantis");
    assertThat(run.code()).as(run.toString()).isIn(2, 3);
    assertThat(run.said()).contains("Atlantis").contains("RegionOne");
    assertThat(run.writes()).isEmpty();
  }

  @Fact({"T1", "N24"})
  void wrongPasswordEndsBeforeAnythingIsWrittenAndIsNotShown(CloudUnderTest cloud) {
    Path tarball =
        new ArchiveOf().nova(cloud.project(), "cores", 33).only(NOVA_QUOTAS).write(directory);
    var env = new java.util.HashMap<>(cloud.env());
    env.put("OS_PASSWORD", "not-the-password-4711");
    Run run = Run.upload(env, tarball);
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.said()).doesNotContain("not-the-password-4711");
  }

  @Fact({"Q12", "K16"})
  void accountWithoutTheRoleAdminEndsWithoutAWrite(CloudUnderTest cloud) {
    Sample sample = Sample.on(cloud);
    String name = CloudUnderTest.fresh("conformance");
    String project = cloud.project();
    cloud.grant(cloud.user(name), project, "member");
    var env = new java.util.HashMap<>(cloud.env());
    env.put("OS_USERNAME", name);
    env.put("OS_PASSWORD", "secret");
    env.remove("OS_PROJECT_NAME");
    env.put("OS_PROJECT_ID", project);
    Run run = Run.upload(env, sample.archive().write(directory));
    assertThat(run.code()).as(run.toString()).isIn(2, 3);
    assertThat(run.writes()).isEmpty();
  }

  @Fact("N17")
  void tokensThatExpireInMidRunAreRenewed(CloudUnderTest cloud) {
    assumeTrue(cloud.isSimulator(), "services keep a token good for as long as they cache it");
    CloudUnderTest own = CloudUnderTest.simulated(cloud.profile());
    try (Simulator simulator = own.simulator().orElseThrow()) {
      Sample sample = Sample.on(own);
      Path tarball = sample.archive().write(directory);
      simulator
          .faults()
          .add(Fault.on("PUT", ".*/quotas/.*").run(simulator::expireTokens))
          .add(Fault.on("POST", ".*/os-keypairs").skip(3).run(simulator::expireTokens))
          .add(Fault.on("POST", ".*/security-group-rules").run(simulator::expireTokens));
      Run run = own.upload(tarball);
      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(simulator.requests().all()).anyMatch(request -> request.status() == 401);
      sample.isComplete(own.again());
    }
  }

  @Fact("N18")
  void rateLimitsAreWaitedFor(CloudUnderTest cloud) {
    assumeTrue(cloud.isSimulator(), "Zed's services have no rate limits");
    Sample sample = Sample.on(cloud);
    Simulator simulator = cloud.simulator().orElseThrow();
    simulator
        .faults()
        .add(Fault.on("POST", ".*/os-keypairs").skip(2).times(3).answer(429).retryAfter("1"))
        .add(Fault.on("POST", ".*/security-groups").times(1).answer(413).retryAfter("1"));
    try {
      Run run = cloud.upload(sample.archive().write(directory));
      assertThat(run.code()).as(run.toString()).isZero();
    } finally {
      simulator.faults().clear();
    }
    sample.isComplete(cloud);
  }

  @Fact("D15")
  void answersThatGetLostOnTheWayBackAreNoDoubles(CloudUnderTest cloud) {
    assumeTrue(cloud.isSimulator(), "lab/faults does it to the real services");
    Sample sample = Sample.on(cloud);
    Simulator simulator = cloud.simulator().orElseThrow();
    simulator
        .faults()
        .add(Fault.on("POST", ".*/security-groups").drop().afterEffect())
        .add(Fault.on("POST", ".*/security-group-rules").drop().afterEffect())
        .add(Fault.on("POST", ".*/os-keypairs").times(2).drop().afterEffect());
    try {
      Path tarball = sample.archive().write(directory);
      Run run = cloud.upload(tarball);
      if (run.code() != 0) {
        run = cloud.upload(tarball);
      }
      assertThat(run.code()).as(run.toString()).isZero();
    } finally {
      simulator.faults().clear();
    }
    sample.isComplete(cloud);
  }
}
