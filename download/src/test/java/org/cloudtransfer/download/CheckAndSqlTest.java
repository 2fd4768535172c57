package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.cloudtransfer.source.Release;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryServer
class CheckAndSqlTest {
  @Parameter private DatabaseServer server;

  @TempDir private Path directory;
  private Path config;

  @BeforeEach
  void cloud() throws IOException {
    server.ensureLiberty();
    config = server.configure(directory.resolve("etc"));
  }

  @Test
  void checkReportsAndWritesNothing() throws IOException {
    server.compareExactly("nova", "key_pairs", "name");
    server.sql(
        "nova",
        "INSERT INTO key_pairs (user_id, name, public_key, deleted)"
            + " VALUES ('jdoe', 'Laptop', 'ssh-ed25519 AAAA', 0), ('jdoe', 'a@b', 'x', 0)");

    Run run = Run.of("check", "--config-dir", config.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("nova: liberty on " + server.engine())
        .contains("keypairs: they have no public key")
        .contains("  jürgen / empty\n  jürgen / null\n")
        .contains("differs from another one's in case only")
        .contains("refused by clouds with an old cryptography library")
        .contains("their name is refused by Nova")
        .contains("security-groups: they are called default without being it")
        .contains("users: Keystone does not know them (any more), but they own rows (1)")
        .contains("projects: Keystone does not know them (any more), but they own rows (1)");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(config);
    }
  }

  @Test
  void checkEndsAsTheDownloadWouldIfRowsAreWithheld() {
    server.sql("nova", "INSERT INTO key_pairs (name, deleted) VALUES ('orphan', 0)");

    Run run = Run.of("check", "--keypairs", "--config-dir", config.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("download withholds them: it has no user_id");
  }

  @Test
  void sqlShowsWhatWouldBeRunHere() {
    Run run =
        Run.of("sql", "--neutron-quotas", "--project=alpha", "--config-dir", config.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("-- neutron-quotas, database neutron")
        .contains("SELECT tenant_id AS project_id, resource, ")
        .contains("a".repeat(32));
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void sqlIsKnownForEveryRelease(Release release) {
    Run run = Run.of("sql", "--engine", server.scheme(), "--release", release.text());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("key_pairs", "securitygroups", "project_user_quotas");
  }

  @Test
  void sqlOfLibertyRunsOnLiberty() {
    String documented = Run.of("sql", "--release", "liberty", "--engine", server.scheme()).out();
    String found = Run.of("sql", "--config-dir", config.toString()).out();

    assertThat(documented).isEqualTo(found);
  }

  @Test
  void sqlOfZedRunsOnZed() throws IOException {
    server.ensureZed();
    DatabaseServer.configure(
        config,
        "nova",
        "[database]\nconnection = "
            + server.url("nova")
            + "\n[api_database]\nconnection = "
            + server.url("nova_api"));

    String documented = Run.of("sql", "--release", "zed", "--engine", server.scheme()).out();
    String found = Run.of("sql", "--config-dir", config.toString()).out();

    assertThat(documented).isEqualTo(found);
  }

  @Test
  void helpAndVersionAreShown() {
    assertThat(Run.of("--help").out()).contains("Usage: download", "--nova-api-db", "Exit codes");
    assertThat(Run.of("--version").out()).startsWith("cloudtransfer ");
    assertThat(Run.of("generate-completion").out()).contains("--nova-api-db");
    assertThat(Run.of("help", "check").out()).contains("Usage: download check");
  }
}
