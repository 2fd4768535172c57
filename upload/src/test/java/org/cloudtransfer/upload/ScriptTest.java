package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code upload script}: the plan as a shell script of curl calls. */
class ScriptTest {
  private static final String LOGIN =
      """
      {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "admin",
      "domain": {"name": "Default"}, "password": "adminsecret"}}},
      "scope": {"project": {"name": "admin", "domain": {"name": "Default"}}}}}
      """;

  @TempDir Path dir;

  /** With names that a shell would like to read. */
  private Bench bench(String profile, String name) {
    Path at = dir.resolve(name);
    Bench bench = Sample.fill(profile.equals("newton") ? Bench.newton(at) : Bench.current(at));
    bench
        .source
        .group("odd", "p", "it's \"$(touch pwned)\" `id` \\ %s", "two\nlines\n$GROUP_1 'q' ä€")
        .openEgress("odd")
        .rules(Rule.ingress("odd").tcp(1, 2).from("w1"), Rule.ingress("odd").says("#'; exit 1"))
        .keypair("ann", "it is mine", Keys.rsa(4));
    return bench;
  }

  private static Path script(Bench bench) {
    Path file = bench.data().resolveSibling("replay.sh");
    Ran ran = bench.command("script", "--out", file.toString());
    assertThat(ran.code()).as(ran.all()).isZero();
    assertThat(bench.writes()).isEmpty();
    return file;
  }

  private static String token(Bench bench) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bench.cloud.authUrl() + "/auth/tokens"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(LOGIN))
            .build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString())
        .headers()
        .firstValue("X-Subject-Token")
        .orElseThrow();
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
  }

  @Test
  void thereIsNoSecretInIt() throws IOException, InterruptedException {
    try (Bench bench = bench("newton", "secret")) {
      String text = Files.readString(script(bench));

      assertThat(text).contains("$OS_TOKEN", "os-keypairs").doesNotContain("adminsecret");
      assertThat(text).doesNotContain(token(bench).substring(0, 5));
    }
  }

  /** A name that breaks the line of a comment would be run. */
  @Test
  void aNameDoesNotLeaveItsComment() throws IOException {
    SimulatorOptions regions = SimulatorOptions.newton().regions("One\necho hello", "Two");
    try (Bench bench = Bench.of(regions, dir.resolve("region")).projects("p")) {
      bench.env.put("OS_REGION_NAME", "One\necho hello");
      bench.source.nova("p", "cores", 40);

      assertThat(Files.readAllLines(script(bench))).noneMatch(line -> line.startsWith("echo h"));
    }
  }

  @Test
  void onStandardOutputItIsAlone() {
    try (Bench bench = bench("newton", "out")) {
      Ran ran = bench.command("script").exits(0);

      assertThat(ran.out()).startsWith("#!/usr/bin/env bash\n").endsWith("echo 'Done.'\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"newton", "current"})
  void itEndsAsUploadDoes(String profile) throws IOException, InterruptedException {
    for (String tool : new String[] {"bash", "curl", "jq"}) {
      assumeTrue(isOnPath(tool), tool + " is not on the PATH: the script cannot be run here");
    }
    SortedSet<String> end;
    try (Bench bench = bench(profile, "uploaded")) {
      bench.upload().exits(0);
      end = bench.end();
    }
    try (Bench bench = bench(profile, "scripted")) {
      Path script = script(bench);
      Path work = Files.createDirectory(dir.resolve("work"));
      Path said = dir.resolve("said");
      ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
      builder.environment().put("OS_TOKEN", token(bench));
      builder.environment().put("no_proxy", "*");
      Process process =
          builder
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();

      assertThat(ended).as(Files.readString(said)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(said)).isZero();
      assertThat(bench.end()).isEqualTo(end);
      assertThat(work).isEmptyDirectory();
      bench.command("verify").exits(0);
    }
  }
}
