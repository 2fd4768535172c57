package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.source.PostgresServer;
import org.cloudtransfer.source.SelfSigned;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL that lets the services in by TLS only, with libpq's options in the URL. */
class PostgresTlsTest {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static Path certificate;

  @TempDir private Path directory;

  @BeforeAll
  static void demand() throws IOException {
    SERVER.ensureLiberty();
    certificate = SERVER.demandTls();
  }

  @AfterAll
  static void forgo() throws IOException {
    SERVER.forgoTls();
  }

  private Run download(String url) {
    return Run.with(
        Map.of("CLOUDTRANSFER_NOVA_DB", url),
        "--release=liberty",
        "--keypairs",
        "--config-dir=" + directory,
        "--directory=" + directory.resolve("data"));
  }

  private static String url(String options) {
    return SERVER.url("nova") + options.replace("CA", certificate.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?sslmode=require",
        "?sslmode=verify-ca&sslrootcert=CA",
        "?sslmode=verify-full&sslrootcert=CA"
      })
  void theServerIsReachedByTls(String options) throws IOException {
    Run run = download(url(options));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(directory.resolve("data/keypairs.csv"))).contains("Zulu");
  }

  @Test
  void withoutTlsItIsNot() {
    Run run = download(url("?sslmode=disable"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).doesNotContain("p@ss");
  }

  @Test
  void underAnotherNameItIsNotTrusted() {
    String url = url("?sslmode=verify-full&sslrootcert=CA").replace("127.0.0.1", "localhost");
    Run run = download(url);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be reached by TLS as asked for");
  }

  @Test
  void underAnotherAuthorityItIsNotTrusted() throws IOException {
    Path other = SelfSigned.in(directory).certificate();
    Run run = download(SERVER.url("nova") + "?sslmode=verify-ca&sslrootcert=" + other);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be reached by TLS as asked for");
  }

  @Test
  void anAuthorityThatIsNotThereIsNamed() {
    Run run = download(url("?sslmode=verify-full&sslrootcert=/nonexistent.pem"));

    assertThat(run.exitCode()).as(run.err()).isIn(2, 3);
    assertThat(run.err()).contains("/nonexistent.pem").doesNotContain("p@ss");
  }
}
