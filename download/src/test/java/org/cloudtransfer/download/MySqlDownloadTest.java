package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.cloudtransfer.source.MySqlServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only MySQL and MariaDB could get wrong. */
class MySqlDownloadTest {
  private static final MySqlServer SERVER = MySqlServer.shared();
  private static final String ALPHA = "a".repeat(32);

  @TempDir private Path directory;
  private Path config;

  @BeforeEach
  void cloud() throws IOException {
    SERVER.ensureLiberty();
    config = SERVER.configure(directory.resolve("etc"));
  }

  private Run download(String... options) {
    String[] fixed = {"--config-dir", config.toString(), "--directory", data().toString()};
    return Run.of(Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
  }

  private Path data() {
    return directory.resolve("data");
  }

  private List<String> lines(String table) throws IOException {
    List<String> lines = Files.readAllLines(data().resolve(table + ".csv"));
    return lines.subList(1, lines.size());
  }

  private void novaOptions(String options) throws IOException {
    MySqlServer.configure(
        config, "nova", "[database]\nconnection = " + SERVER.url("nova") + options + "\n");
  }

  /** A server that was given may have no TLS, or a certificate that is not known. */
  private static void requireTls() {
    assumeTrue(SERVER.certificate().isPresent(), "this server's certificate is not known");
  }

  private static void keypair(String user, String name) {
    SERVER.sql(
        "nova",
        "SET NAMES utf8mb4; INSERT INTO key_pairs (user_id, name, public_key, deleted) VALUES ('%s', '%s', 'k', 0)"
            .formatted(user, name));
  }

  @Test
  void usersWhoDifferInCaseAccentOrBlanksAreNotTakenForEachOther() throws IOException {
    keypair("JDOE", "theirs");
    keypair("jdoe ", "of the blank");
    keypair("jdoé", "of the accent");

    assertThat(download("--keypairs", "--user", "jdoe").exitCode()).isZero();

    assertThat(lines("keypairs").get(0)).startsWith("\"jdoe\",\"laptop\"");
    assertThat(lines("users")).hasSize(1);
  }

  @Test
  void namesAndIdsInKeystoneAreNotTakenForEachOtherEither() throws IOException {
    Run run = download("--project", "Alpha");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("does not know project Alpha");
    assertThat(download("--keypairs", "--user", "Admin").exitCode()).isEqualTo(2);
    assertThat(download("--project", ALPHA.toUpperCase()).exitCode()).isEqualTo(2);
  }

  @Test
  void namesThatDifferInCaseComeBothAndInTheOrderOfTheBytes() throws IOException {
    SERVER.compareExactly("nova", "key_pairs", "name");
    for (String name : List.of("Key", "key", "KEY", "éa", "z", "zz", "z z")) {
      keypair("u", name);
    }

    assertThat(download("--keypairs", "--user", "u").exitCode()).isZero();

    assertThat(lines("keypairs"))
        .extracting(line -> line.split("\"")[3])
        .containsExactly("KEY", "Key", "key", "z", "z z", "zz", "éa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latin1", "utf8", "utf8mb4"})
  void textComesAsItIsWhateverTheColumnsCharacterSet(String charset) throws IOException {
    String name = charset.equals("utf8mb4") ? "jürgen 😀" : "jürgen ÿ";
    SERVER.sql(
        "nova",
        "ALTER TABLE key_pairs MODIFY user_id varchar(100) CHARACTER SET "
            + charset
            + ", MODIFY name varchar(100) CHARACTER SET "
            + charset);
    keypair("jürgen", name);

    assertThat(download("--keypairs", "--user", "jürgen").exitCode()).isZero();

    assertThat(lines("keypairs")).hasSize(3).contains("\"jürgen\",\"" + name + "\",\"ssh\",\"k\",");
  }

  @Test
  void ofTwoRowsForOneLimitTheOneOfTheHigherPrimaryKeyIsReadLast() throws IOException {
    SERVER.sql("neutron", "INSERT INTO quotas VALUES ('q0', '" + ALPHA + "', 'vip', 8)");

    Run run = download("--neutron-quotas");

    assertThat(lines("neutron-quotas").get(0)).endsWith("\"vip\",\"3\"");
    assertThat(run.err()).contains("is there twice, as 8 and as 3");
  }

  @Test
  void theServersSyntaxModeDoesNotMatter() throws IOException {
    String before = "SET GLOBAL sql_mode = ";
    for (String mode : List.of("ANSI,NO_BACKSLASH_ESCAPES", "TRADITIONAL", "")) {
      SERVER.sql("mysql", before + "'" + mode + "'");
      try {
        Run run = download("--user", "jdoe", "--project", "alpha");
        assertThat(run.exitCode()).as(mode + run.err()).isZero();
        assertThat(lines("keypairs")).hasSize(4);
        assertThat(lines("nova-quotas")).hasSize(3);
      } finally {
        SERVER.sql("mysql", before + "DEFAULT");
      }
    }
  }

  @Test
  void aSelectionWithQuotesAndBackslashesIsAValueOnly() {
    Run run = download("--project", "alpha' OR '1'='1", "--project", "\\");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("does not know project \\, project alpha' OR '1'='1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?charset=utf8", "?charset=utf8&ssl_key=generated", "?ssl_mode=REQUIRED"})
  void theOptionsThatCrowbarWritesAreUnderstood(String options) throws IOException {
    requireTls();
    novaOptions(options);

    Run run = download("--keypairs");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(lines("keypairs").get(0)).contains("Zulu");
  }

  @Test
  void whoMustUseTlsCanByTheOptionOnly() throws IOException {
    requireTls();
    SERVER.sql("mysql", "ALTER USER service REQUIRE SSL");
    try {
      assertThat(download("--keypairs").err()).contains("does not let us in");
      novaOptions("?charset=utf8&ssl_key=generated");
      Run run = download("--keypairs");
      assertThat(run.exitCode()).as(run.err()).isZero();
    } finally {
      SERVER.sql("mysql", "ALTER USER service REQUIRE NONE");
    }
  }

  @Test
  void aServerIsTrustedIfTheNamedAuthorityVouchesForIt() throws IOException {
    requireTls();
    novaOptions("?ssl_ca=" + SERVER.certificate().get());

    assertThat(download("--keypairs").exitCode()).isZero();
  }

  @Test
  void aServerIsNotTrustedUnderAnotherAuthority() throws Exception {
    requireTls();
    novaOptions("?ssl_ca=" + Files.writeString(directory.resolve("ca.pem"), someAuthority()));
    Run run = download("--keypairs");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be reached by TLS as asked for");
  }

  private static String someAuthority() throws GeneralSecurityException {
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init((KeyStore) null);
    X509TrustManager manager = (X509TrustManager) trusted.getTrustManagers()[0];
    byte[] certificate = manager.getAcceptedIssuers()[0].getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  @Test
  void aServerOfAnotherNameIsTrustedOnRequestOnly() throws IOException {
    requireTls();
    String url = SERVER.url("nova").replace("127.0.0.1", "localhost");
    String options = "?ssl_ca=" + SERVER.certificate().get();
    MySqlServer.configure(config, "nova", "[database]\nconnection = " + url + options + "\n");
    assertThat(download("--keypairs").exitCode()).isEqualTo(3);

    options += "&ssl_check_hostname=false";
    MySqlServer.configure(config, "nova", "[database]\nconnection = " + url + options + "\n");
    assertThat(download("--keypairs").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?ssl_ca=/nonexistent", "?ssl_cert=c&ssl_key=k"})
  void whatIsNotSupportedIsRefusedAloud(String options) throws IOException {
    novaOptions(options);
    Run run = download("--keypairs");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("The database URL from ").doesNotContain(MySqlServer.PASSWORD);
  }
}
