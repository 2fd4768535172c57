package org.cloudtransfer.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.util.ConfigurableSocketFactory;

/**
 * Made by MariaDB's driver, by name; the socket's file comes as a property that the driver does not
 * know. The driver's own support of unix sockets needs native code.
 */
public final class UnixSocketsOfMySql extends ConfigurableSocketFactory {
  static final String FILE = "cloudtransferSocket";

  private Path file;

  @Override
  public void setConfiguration(Configuration configuration, String host) {
    file = Path.of(configuration.nonMappedOptions().getProperty(FILE));
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
