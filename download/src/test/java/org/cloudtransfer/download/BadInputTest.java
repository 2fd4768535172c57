package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Each gets one clear message and the documented exit code, and leaves nothing behind. */
@OnEveryServer
class BadInputTest {
  @Parameter private DatabaseServer server;

  @TempDir private Path directory;
  private Path config;

  @BeforeEach
  void cloud() throws IOException {
    server.ensureLiberty();
    config = server.configure(directory.resolve("etc"));
  }

  private void nova(String url) throws IOException {
    DatabaseServer.configure(config, "nova", "[database]\nconnection = " + url + "\n");
  }

  private void assertStops(int exitCode, String message, String... options) throws IOException {
    String[] fixed = {
      "--config-dir", config.toString(), "--directory", directory.resolve("data").toString()
    };
    Run run = Run.of(Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
    assertThat(run.exitCode()).as(run.all()).isEqualTo(exitCode);
    assertThat(run.err()).contains("error: ").contains(message);
    assertThat(run.all()).doesNotContain(DatabaseServer.PASSWORD, "\tat ");
    assertThat(run.out()).isEmpty();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(config);
    }
  }

  @Test
  void missingRoot() {
    Run run = Run.of("--config-dir=/nonexistent", "--directory=" + directory.resolve("data"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("There is no configuration directory /nonexistent");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void missingConfiguration() throws IOException {
    Files.delete(config.resolve("nova/nova.conf"));

    assertStops(2, "no configuration of nova", "--keypairs");
  }

  @Test
  void malformedConfiguration() throws IOException {
    DatabaseServer.configure(config, "nova", "[DEFAULT]\nwhat is this\n");

    assertStops(2, "nova.conf:2: ", "--keypairs");
  }

  @Test
  void noConnection() throws IOException {
    DatabaseServer.configure(config, "nova", "[database]\n#connection = x\n");

    assertStops(2, "[database] connection is set in none of", "--keypairs");
  }

  @Test
  void unsupportedEngine() throws IOException {
    nova("sqlite:////var/lib/nova/nova.sqlite");
    assertStops(2, "SQLite", "--keypairs");
    nova("oracle://nova:secret@127.0.0.1/nova");
    assertStops(2, "not supported: oracle", "--keypairs");
  }

  @Test
  void wrongPassword() throws IOException {
    nova(server.url("wrong", "nova"));

    assertStops(3, "does not let us in", "--keypairs");
  }

  @Test
  void serverDown() throws IOException {
    nova(server.scheme() + "://service:x@127.0.0.1:1/nova");

    assertStops(3, "cannot be reached", "--keypairs");
  }

  @Test
  void unknownHost() throws IOException {
    nova(server.scheme() + "://service:x@no-such-host.invalid/nova");

    assertStops(3, "there is no host no-such-host.invalid", "--keypairs");
  }

  @Test
  void unknownDatabase() throws IOException {
    nova(server.url("nowhere"));

    assertStops(3, "does not exist on that server", "--keypairs");
  }

  @Test
  void missingTable() throws IOException {
    nova(server.url("cinder"));

    assertStops(2, "has no table key_pairs", "--keypairs");
  }

  @Test
  void missingColumn() throws IOException {
    server.sql("neutron", "ALTER TABLE securitygrouprules DROP COLUMN remote_group_id");

    assertStops(2, "no column remote_group_id in its table securitygrouprules");
  }

  @Test
  void tableThatMayNotBeRead() throws IOException {
    server.hide("nova", "key_pairs");

    assertStops(3, "may not be read", "--keypairs");
  }

  @Test
  void passwordOnTheCommandLine() throws IOException {
    assertStops(2, "--nova-db holds a password", "--nova-db", server.url("nova"));
  }

  @Test
  void novaApiDatabaseMissingWhereItIsNeeded() throws IOException {
    server.sql("nova", "UPDATE migrate_version SET version = 334");

    assertStops(2, "Nova is of newton", "--keypairs");
  }

  @Test
  void novaOfUnknownReleaseWithoutApiDatabase() throws IOException {
    server.sql("nova", "DROP TABLE migrate_version");

    assertStops(2, "Nova is of an unknown release", "--keypairs");
  }

  @Test
  void keystoneUrlOfAnotherDatabase() throws IOException {
    String nova = "@" + Files.writeString(config.resolve("url"), server.url("nova"));

    assertStops(2, "has no table user", "--keypairs", "--keystone-db", nova);
  }

  @Test
  void directoryOfSomebodyElse() throws IOException {
    Path foreign = Files.createDirectories(config.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "mine");
    Run run = Run.of("--config-dir", config.toString(), "--directory", foreign.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("was not written by this program");
    assertThat(foreign).isDirectoryContaining("glob:**/thesis.txt");
  }

  @Test
  void directoryBelowAFile() throws IOException {
    Path file = Files.writeString(config.resolve("file"), "");
    Run run = Run.of("--config-dir", config.toString(), "--directory", file + "/data");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot be written");
  }

  @Test
  void unknownOption() {
    Run run = Run.of("--keypair");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("error: ", "--keypair", "--help");
  }

  @Test
  void unknownRelease() {
    Run run = Run.of("sql", "--release", "lbierty");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no such release: lbierty", "liberty");
  }

  @Test
  void optionBeforeTheSubcommand() {
    Run run = Run.of("--keypairs", "check");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--keypairs must come after the word check");
  }

  @Test
  void emptyEnvironmentVariableIsUnset() throws IOException {
    Run run =
        Run.with(
            Map.of("CLOUDTRANSFER_NOVA_DB", ""),
            "--config-dir=" + config,
            "--keypairs",
            "--directory=" + directory.resolve("data"));

    assertThat(run.exitCode()).isZero();
  }
}
