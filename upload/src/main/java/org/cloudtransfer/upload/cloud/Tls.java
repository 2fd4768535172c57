package org.cloudtransfer.upload.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.cloudtransfer.cli.StopException;

/** Whom to trust: the system, a given authority, or (on request) anybody. */
final class Tls {
  private Tls() {}

  static SSLContext context(Credentials.Connection connection) {
    KeyManager[] own =
        connection.certificate() == null ? null : connection.certificate().keyManagers();
    try {
      if (connection.insecure()) {
        return context(own, new TrustManager[] {new TrustEverybody()});
      }
      if (connection.cacert() == null) {
        return own == null ? SSLContext.getDefault() : context(own, null);
      }
      return context(own, trusting(connection.cacert()));
    } catch (IOException | GeneralSecurityException e) {
      throw new StopException(
          org.cloudtransfer.cli.ExitCode.BAD_INPUT,
          "The CA file " + connection.cacert() + " cannot be used: " + e.getMessage() + ".",
          "Name a readable PEM file with --os-cacert or OS_CACERT.",
          e);
    }
  }

  private static TrustManager[] trusting(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    try (InputStream in = Files.newInputStream(pem)) {
      int n = 0;
      for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca" + n++, c);
      }
      if (n == 0) {
        throw new IOException("it holds no certificate");
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static SSLContext context(KeyManager[] own, TrustManager[] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own, trust, null);
    return context;
  }

  /** The extended kind: with the plain one the JDK still checks the host's name. */
  private static final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
