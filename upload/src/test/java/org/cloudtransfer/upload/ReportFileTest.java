package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --report} and {@code --events}: what they write, and when. */
class ReportFileTest {
  @TempDir Path dir;

  private Bench bench() {
    Bench bench = Sample.fill(Bench.newton(dir));
    bench.source.keypair("nobody", "k", Keys.rsa(1));
    return bench;
  }

  private static void assertIsPrivate(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "verify", "rollback"})
  void everyCommandWritesAReportThatOnlyItsOwnerCanRead(String command) throws IOException {
    try (Bench bench = bench()) {
      Path file = dir.resolve("report.html");

      bench.command(command, "--report", file.toString()).says("The report is in " + file);

      assertThat(file).content().startsWith("<!DOCTYPE html>").contains("upload " + command);
      assertIsPrivate(file);
    }
  }

  @Test
  void noReportHoldsAPassword() throws IOException {
    try (Bench bench = bench()) {
      Path file = dir.resolve("report.html");
      bench.upload("--report", file.toString()).exits(1);

      assertThat(file).content().doesNotContain("adminsecret", "secret of");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "map", "script"})
  void anOutputThatCannotBeWrittenIsSaidBeforeAnythingIsRead(String command) {
    try (Bench bench = bench()) {
      bench
          .command(command, "--out", dir.resolve("missing/out").toString())
          .exits(2)
          .says("out cannot be written: its directory does not exist", "--out");
      assertThat(bench.cloud.requests().all()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing/report.html", "."})
  void aReportThatCannotBeWrittenIsSaidBeforeAnythingIsDone(String name) {
    try (Bench bench = bench()) {
      bench
          .upload("--report", dir.resolve(name).toString())
          .exits(2)
          .says("cannot be written", "Nothing was done");
      assertThat(bench.cloud.requests().all()).isEmpty();
    }
  }

  @Test
  void eventsThatCannotBeWrittenAreSaidBeforeAnythingIsWritten() {
    try (Bench bench = bench()) {
      bench.upload("--events", dir.resolve("missing/e").toString()).exits(2);
      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void everyRowHasAnEventAndTheLastOneIsItsOutcome() throws IOException {
    try (Bench bench = bench()) {
      Path file = dir.resolve("events.jsonl");
      bench.upload("--events", file.toString()).exits(1);

      List<JsonNode> events = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        events.add(new ObjectMapper().readTree(line));
      }
      Set<String> rows = new HashSet<>();
      events.forEach(event -> rows.add(event.path("row").toString()));
      assertThat(rows).hasSize(32);
      assertThat(events).filteredOn(e -> e.path("outcome").asText().equals("withheld")).hasSize(1);
      assertThat(events).allMatch(e -> e.path("at").asText().equals(Bench.NOW.toString()));
      assertIsPrivate(file);
    }
  }

  @Test
  void everyCommandEndsWithTheExactCommandThatComesNext() {
    try (Bench bench = bench()) {
      String tarball = bench.tarball().toString();
      bench
          .command("plan", "--keypairs", "-v", "--workers", "2")
          .says("upload --tarball " + tarball + " --keypairs --workers 2");
      bench.command("plan", "--project", "p").says("--project p");
      bench.upload("--keypairs").exits(1).says("upload --tarball " + tarball + " --keypairs");
    }
  }
}
