package org.cloudtransfer.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/** Made by PostgreSQL's driver, by name, with the socket's file as argument. */
public final class UnixSocketsOfPostgres extends SocketFactory {
  private final Path file;

  public UnixSocketsOfPostgres(String file) {
    this.file = Path.of(file);
  }

  @Override
  public Socket createSocket() throws IOException {
    return new UnixSocket(file);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket();
  }
}
