package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryServer
class SelectionTest {
  @Parameter private DatabaseServer server;
  private static final String ALPHA = "a".repeat(32);

  @TempDir private Path directory;
  private Path config;

  @BeforeParameterizedClassInvocation
  static void cloud(DatabaseServer server) {
    server.ensureLiberty();
  }

  @BeforeEach
  void configuration() throws IOException {
    config = server.configure(directory.resolve("etc"));
  }

  private Run download(String... options) {
    String[] fixed = {"--config-dir", config.toString(), "--directory", data().toString()};
    return Run.of(Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
  }

  private Path data() {
    return directory.resolve("data");
  }

  private Set<String> kinds() throws IOException {
    try (Stream<Path> files = Files.list(data())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .map(name -> name.replace(".csv", ""))
          .filter(name -> !List.of("users", "projects").contains(name))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Lines without the header. */
  private List<String> lines(String table) throws IOException {
    List<String> lines = Files.readAllLines(data().resolve(table + ".csv"));
    return lines.subList(1, lines.size());
  }

  private void assertNothingWritten() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(config);
    }
  }

  // D21
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --keypairs                       | keypairs
          --nova-quotas                    | nova-quotas
          --neutron-quotas                 | neutron-quotas
          --cinder-quotas                  | cinder-quotas
          --quotas                         | nova-quotas neutron-quotas cinder-quotas
          --security-groups                | security-groups security-group-rules
          --keypairs --quotas              | keypairs nova-quotas neutron-quotas cinder-quotas
          --nova-quotas --cinder-quotas    | nova-quotas cinder-quotas
          --quotas --neutron-quotas        | nova-quotas neutron-quotas cinder-quotas
          --keypairs --security-groups     | keypairs security-groups security-group-rules
          -q | keypairs nova-quotas neutron-quotas cinder-quotas security-groups security-group-rules
          """)
  void eachOptionDoesExactlyWhatItSays(String options, String expected) throws IOException {
    assertThat(download(options.split(" +")).exitCode()).isZero();

    assertThat(kinds()).containsExactlyInAnyOrder(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "--keypairs, nova",
    "--nova-quotas, nova",
    "--neutron-quotas, neutron",
    "--cinder-quotas, cinder",
    "--security-groups, neutron"
  })
  void onlyTheServiceThatIsNeededMustBeThere(String option, String service) throws IOException {
    for (String other : List.of("nova", "neutron", "cinder")) {
      if (!other.equals(service)) {
        Files.delete(config.resolve(other).resolve(other + ".conf"));
      }
    }

    assertThat(download(option).exitCode()).isZero();
    assertThat(download().exitCode()).isEqualTo(2);
  }

  @Test
  void aUserOwnsKeypairsAndNovaLimitsOnly() throws IOException {
    assertThat(download("--user", "jdoe").exitCode()).isZero();

    assertThat(kinds()).containsExactly("keypairs", "nova-quotas");
    assertThat(lines("keypairs").get(0)).startsWith("\"jdoe\",\"laptop\"");
    assertThat(lines("nova-quotas")).hasSize(2).allMatch(line -> line.contains("\"jdoe\""));
  }

  @Test
  void aUserCanBeNamed() throws IOException {
    download("--keypairs", "--user", "admin", "--user", "erika");

    assertThat(lines("users")).hasSize(2);
    assertThat(lines("keypairs")).hasSize(3);
  }

  @Test
  void aProjectOwnsAllButKeypairs() throws IOException {
    Run run = download("--project", "alpha");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).doesNotContain("warning");
    assertThat(kinds())
        .containsExactly(
            "cinder-quotas",
            "neutron-quotas",
            "nova-quotas",
            "security-group-rules",
            "security-groups");
    assertThat(lines("nova-quotas")).hasSize(3).allMatch(line -> line.contains(ALPHA));
    assertThat(lines("neutron-quotas")).hasSize(1);
  }

  @Test
  void aProjectCanBeGivenById() throws IOException {
    download("--project", ALPHA, "--cinder-quotas");

    assertThat(lines("cinder-quotas")).hasSize(2);
  }

  @Test
  void aProjectThatKeystoneForgotCanBeGivenById() throws IOException {
    assertThat(download("--project", "f".repeat(32)).exitCode()).isZero();

    assertThat(lines("nova-quotas")).hasSize(1);
  }

  @Test
  void projectAndUserTogetherNarrowEachKindByTheOwnersItHas() throws IOException {
    assertThat(download("--project", "alpha", "--user", "jdoe").exitCode()).isZero();

    assertThat(kinds()).hasSize(6);
    assertThat(lines("users")).hasSize(1);
    assertThat(lines("nova-quotas")).hasSize(3).allMatch(line -> line.contains(ALPHA));
    assertThat(lines("security-groups").get(0)).contains("g1");
  }

  @Test
  void anUnknownNameIsAnErrorThatSaysIt() throws IOException {
    Run run = download("--project", "alpha", "--project", "nope", "--user", "neither");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("does not know project nope, user neither");
    assertNothingWritten();
  }

  @Test
  void aKnownProjectThatOwnsNothingIsAnErrorThatSaysIt() throws IOException {
    Run run = download("--neutron-quotas", "--project", "idle");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Nothing of neutron-quotas belongs to project idle");
    assertNothingWritten();
  }

  @Test
  void aKindThatHasNoSuchOwnerIsAnErrorIfItIsTheOnlyOne() throws IOException {
    assertThat(download("--keypairs", "--project", "alpha").exitCode()).isEqualTo(2);
    assertThat(download("--security-groups", "--user", "jdoe").err())
        .contains("security-groups belong to projects, not to users");
    assertNothingWritten();
  }

  @Test
  void aKindThatHasNoSuchOwnerIsLeftOutAloudIfItWasNamed() throws IOException {
    Run run = download("--keypairs", "--neutron-quotas", "--project", "alpha");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("warning: keypairs left out");
    assertThat(kinds()).containsExactly("neutron-quotas");
  }

  @Test
  void aHybridLoginThatIsAnSqlUsersNameMeansBothAndSaysSo() throws IOException {
    server.sql("keystone", "UPDATE \"user\" SET name = 'jdoe' WHERE id = '" + "1".repeat(32) + "'");
    try {
      Run run = download("--keypairs", "--user", "jdoe");

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).contains("warning: jdoe is one's ID and another one's name");
      assertThat(lines("users")).hasSize(2);
    } finally {
      server.sql("keystone", "UPDATE \"user\" SET name = 'admin' WHERE name = 'jdoe'");
    }
  }

  @Test
  void aHybridUserIsNotMissedWhereNoRowCouldNameOne() throws IOException {
    Run run = download("--neutron-quotas", "--project", "alpha", "--user", "jdoe");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(lines("neutron-quotas")).hasSize(1);
  }

  @Test
  void withoutADirectoryTheTimeNamesIt() {
    assertThat(DownloadCommand.defaultDirectory(Instant.parse("2026-01-02T03:04:05.678Z")))
        .isEqualTo(Path.of("cloudtransfer-20260102T030405Z"));
  }

  @Test
  void aNameInTwoDomainsMeansBothAndSaysSo() throws IOException {
    server.sql(
        "keystone",
        "INSERT INTO project (id, name, enabled, domain_id) VALUES ('a2', 'alpha', true, 'd2')");
    try {
      Run run = download("--project", "alpha");

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).contains("warning: alpha is taken to mean all of").contains("a2");
    } finally {
      server.sql("keystone", "DELETE FROM project WHERE id = 'a2'");
    }
  }
}
