package org.cloudtransfer.upload.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.cloudtransfer.cli.StopException;

/**
 * What an account shows of itself in the TLS handshake.
 *
 * @param certificate PEM, with what it was signed by
 * @param key PEM; the certificate's own file may hold it
 */
record ClientCertificate(Path certificate, Path key) {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final String WAY_OUT =
      "Name readable PEM files in OS_CERT and OS_KEY; `openssl pkcs8 -topk8 -nocrypt` turns a key"
          + " of another form into one without a password.";

  /**
   * @throws StopException if the files cannot be used
   */
  KeyManager[] keyManagers() {
    try {
      char[] nothing = new char[0];
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null);
      store.setKeyEntry("client", privateKey(), nothing, chain());
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, nothing);
      return factory.getKeyManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e.getMessage(), e);
    }
  }

  private Certificate[] chain() throws IOException, GeneralSecurityException {
    String text = Files.readString(certificate);
    int start = text.indexOf("-----BEGIN CERTIFICATE-----");
    if (start < 0) {
      throw unusable(certificate + " holds no certificate", null);
    }
    String pem = text.substring(start).replaceAll("(?s)-----BEGIN [A-Z ]*KEY.*?KEY-----", "");
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
        .toArray(Certificate[]::new);
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    Matcher pem = PKCS8.matcher(Files.readString(key));
    if (!pem.find()) {
      throw unusable(key + " holds no private key in PKCS #8 without a password", null);
    }
    byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // a key of another algorithm
      }
    }
    throw unusable(key + " holds a key of an unknown algorithm", null);
  }

  private static StopException unusable(String why, Exception cause) {
    return new StopException(
        org.cloudtransfer.cli.ExitCode.BAD_INPUT,
        "The client certificate cannot be used: " + why + ".",
        WAY_OUT,
        cause);
  }
}
