package org.cloudtransfer.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority that no system knows, as clouds have one of their own. The JDK makes certificates by
 * its tool only.
 */
final class PrivateAuthority {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path directory;
  private final Certificate certificate;

  /** Makes a new one, whose files go into that directory. */
  PrivateAuthority(Path directory) throws Exception {
    this.directory = directory;
    generate("ca", "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
    this.certificate = store("ca").getCertificate("ca");
    pem("ca.pem", "CERTIFICATE", certificate.getEncoded());
  }

  /** Its own certificate, the file that clients are given. */
  Path file() {
    return directory.resolve("ca.pem");
  }

  /** What a server on 127.0.0.1 shows; asks its clients for certificates of this authority. */
  SSLContext server() throws Exception {
    KeyStore keys = issue("server", "san=ip:127.0.0.1");
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("ca", certificate);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  /** PEM files of an account, which end in {@code .pem} and {@code .key}. */
  Path client(String name) throws Exception {
    KeyStore keys = issue(name, "eku=clientAuth");
    Key key = keys.getKey(name, PASSWORD);
    pem(name + ".key", "PRIVATE KEY", key.getEncoded());
    return pem(name + ".pem", "CERTIFICATE", keys.getCertificate(name).getEncoded());
  }

  private KeyStore issue(String name, String extension) throws Exception {
    generate(name);
    keytool("-certreq", "-alias", name, "-file", name + ".csr", "-keystore", name + ".p12");
    keytool(
        "-gencert",
        "-alias",
        "ca",
        "-ext",
        extension,
        "-infile",
        name + ".csr",
        "-outfile",
        name + ".der",
        "-keystore",
        "ca.p12");
    KeyStore store = store(name);
    byte[] der = Files.readAllBytes(directory.resolve(name + ".der"));
    Certificate issued =
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    Certificate[] chain = {issued, certificate};
    store.setKeyEntry(name, store.getKey(name, PASSWORD), PASSWORD, chain);
    return store;
  }

  private void generate(String name, String... extensions) throws Exception {
    List<String> args = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-keyalg", "RSA"));
    args.addAll(List.of("-dname", "CN=" + name, "-keystore", name + ".p12"));
    args.addAll(List.of(extensions));
    keytool(args.toArray(String[]::new));
  }

  private void keytool(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(args));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(directory.resolve("keytool.log")));
    }
  }

  private KeyStore store(String name) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(name + ".p12"))) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private Path pem(String name, String what, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what));
  }
}
