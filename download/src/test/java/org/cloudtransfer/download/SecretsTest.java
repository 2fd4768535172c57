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

/** No password in anything that is printed or written, however much is said. */
@OnEveryServer
class SecretsTest {
  @Parameter private DatabaseServer server;
  private static final String WRONG = "Wr0ng@pass/word";

  @TempDir private Path directory;
  private Path config;

  @BeforeEach
  void cloud() throws IOException {
    server.ensureLiberty();
    config = server.configure(directory.resolve("etc"));
  }

  private static void assertClean(Run run) {
    assertThat(run.all())
        .isNotEmpty()
        .doesNotContain(DatabaseServer.PASSWORD, "p@ss", "#r$1", "%zz", WRONG, "Wr0ng", "pass/w");
  }

  @Test
  void ofAGoodRun() throws IOException {
    Path data = directory.resolve("data");
    Run run = Run.of("-vv", "--debug", "--config-dir", config.toString(), "--directory=" + data);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains(
            server.scheme() + "://service:***@127.0.0.1",
            "nova.conf:4 [database]",
            "FROM key_pairs");
    assertClean(run);
    try (Stream<Path> files = Files.walk(data).filter(Files::isRegularFile)) {
      assertThat(files).isNotEmpty().allSatisfy(SecretsTest::assertCleanFile);
    }
  }

  private static void assertCleanFile(Path file) throws IOException {
    assertThat(Files.readString(file)).doesNotContain("p@ss", "#r$1", "%zz");
  }

  @Test
  void ofRunsThatFail() throws IOException {
    String[] places = {
      "127.0.0.1:" + server.port() + "/nova?connect_timeout=1",
      "127.0.0.1:" + server.port() + "/nowhere?connect_timeout=1",
      "127.0.0.1:1/nova",
      "no-such-host.invalid/nova",
      "127.0.0.1:nonsense/nova",
      "127.0.0.1",
      ""
    };
    for (String place : places) {
      for (String scheme : new String[] {"postgresql", "mysql", "sqlite", "oracle"}) {
        String url = scheme + "://service:" + WRONG + "@" + place;
        Run run =
            Run.with(
                Map.of("CLOUDTRANSFER_NOVA_DB", url),
                "-vv",
                "--debug",
                "--keypairs",
                "--config-dir=" + config,
                "--directory=" + directory.resolve("data"));
        assertThat(run.exitCode()).as(run.all()).isBetween(2, 3);
        assertClean(run);
      }
    }
  }

  @Test
  void ofAMalformedFile() throws IOException {
    DatabaseServer.configure(config, "nova", "[database]\nconnection\n " + WRONG + "\n");

    assertClean(Run.of("-vv", "--debug", "--config-dir", config.toString(), "--keypairs"));
  }

  @Test
  void ofAUrlOnTheCommandLine() {
    assertClean(Run.of("-vv", "--debug", "--nova-db=postgresql://u:" + WRONG + "@h/nova"));
  }

  @Test
  void ofCheckAndSql() {
    assertClean(Run.of("check", "-vv", "--config-dir", config.toString()));
    assertClean(Run.of("sql", "-vv", "--config-dir", config.toString()));
  }
}
