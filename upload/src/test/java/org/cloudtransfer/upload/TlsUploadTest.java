package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** N20: a cloud behind a certificate that the system does not know. */
class TlsUploadTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path dir;
  private static Bench bench;
  private static Path ca;
  private static Path wrongCa;

  @BeforeAll
  static void start() throws Exception {
    KeyStore keys = generate("right", "ip:127.0.0.1");
    ca = pem(keys, "right.pem");
    wrongCa = pem(generate("wrong", "ip:127.0.0.1"), "wrong.pem");
    bench = Bench.of(SimulatorOptions.newton().tls(context(keys)), dir.resolve("bench"));
    bench.projects("p").source.nova("p", "cores", 40);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  /** The JDK makes no certificates but by its tool. */
  private static KeyStore generate(String name, String san) throws Exception {
    Path store = dir.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + san,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve(name + ".log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    return context(keys, null);
  }

  private static SSLContext context(KeyStore keys, TrustManager[] trust)
      throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), trust, null);
    return context;
  }

  private static Path pem(KeyStore keys, String name) throws GeneralSecurityException, IOException {
    String body = Base64.getMimeEncoder().encodeToString(keys.getCertificate("a").getEncoded());
    return Files.writeString(
        dir.resolve(name),
        "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  @Test
  void anUnknownAuthorityIsRefusedWithTheWayOut() {
    bench.upload().exits(3).says("No trusted connection", "--os-cacert").saysNot("\tat ");
  }

  @Test
  void aWrongAuthorityIsRefused() {
    bench.upload("--os-cacert", wrongCa.toString()).exits(3).says("No trusted connection");
  }

  @Test
  void theRightAuthorityIsTrusted() {
    bench.upload("--os-cacert", ca.toString()).exits(0);
  }

  @Test
  void theEnvironmentMayNameIt() {
    bench.env.put("OS_CACERT", ca.toString());
    try {
      bench.upload().exits(0);
    } finally {
      bench.env.remove("OS_CACERT");
    }
  }

  @Test
  void insecureTrustsAnybody() {
    bench.upload("--insecure").exits(0);
  }

  /** Also if the certificate is for another host. */
  @Test
  void insecureMindsNoName() {
    String url = bench.env.get("OS_AUTH_URL");
    bench.env.put("OS_AUTH_URL", url.replace("127.0.0.1", "localhost"));
    try {
      bench.upload("--os-cacert", ca.toString()).exits(3).says("No trusted connection");
      bench.upload("--insecure").exits(0);
    } finally {
      bench.env.put("OS_AUTH_URL", url);
    }
  }

  /** A cloud that serves only who shows a certificate. */
  @Test
  void aClientCertificateIsShown() throws Exception {
    KeyStore server = generate("server", "ip:127.0.0.1");
    KeyStore client = generate("client", "dns:me");
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("c", client.getCertificate("a"));
    trust.init(known);
    SSLContext context = context(server, trust.getTrustManagers());
    SimulatorOptions options = SimulatorOptions.newton().tls(context).clientCertificates(true);
    try (Bench strict = Bench.of(options, dir.resolve("strict"))) {
      strict.projects("p").source.nova("p", "cores", 40);
      strict.env.put("OS_CACERT", pem(server, "server.pem").toString());
      strict.upload().exits(3);

      strict.env.put("OS_CERT", pem(client, "client.pem").toString());
      strict.upload().exits(2).says("no private key", "OS_KEY");

      strict.env.put("OS_KEY", key(client, "client.key").toString());
      strict.upload().exits(0);
    }
  }

  private static Path key(KeyStore keys, String name) throws Exception {
    byte[] der = keys.getKey("a", PASSWORD).getEncoded();
    String body = Base64.getMimeEncoder().encodeToString(der);
    return Files.writeString(
        dir.resolve(name),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }
}
