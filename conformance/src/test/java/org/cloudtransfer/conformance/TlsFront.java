package org.cloudtransfer.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * TLS before a service that speaks without, as a load balancer ends it: hands the bytes on, both
 * ways, as long as both sides are there.
 */
final class TlsFront implements AutoCloseable {
  private final SSLServerSocket listener;
  private final URI behind;

  /**
   * @param behind a service's plain URL
   * @param strict whether a client has to show a certificate
   */
  TlsFront(URI behind, SSLContext context, boolean strict) throws IOException {
    this.behind = behind;
    this.listener =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    listener.setNeedClientAuth(strict);
    thread(this::accept);
  }

  /** The same path as the plain URL's. */
  String url() {
    return "https://127.0.0.1:" + listener.getLocalPort() + behind.getRawPath();
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      Socket service = new Socket(behind.getHost(), behind.getPort());
      thread(() -> copy(client, service));
      thread(() -> copy(service, client));
    }
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16_384];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        out.flush();
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** A connection that breaks, or never gets past the handshake, is its client's affair. */
  private static void thread(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // the other side sees its end
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
