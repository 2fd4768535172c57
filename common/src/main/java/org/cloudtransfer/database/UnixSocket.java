package org.cloudtransfer.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A unix socket in the shape that the drivers know, which is that of TCP: wherever they connect to,
 * it is the file. What tunes TCP has no effect, timeouts included: the server is on this machine.
 */
final class UnixSocket extends Socket {
  private final Path file;
  private final SocketChannel channel;

  UnixSocket(Path file) throws IOException {
    this.file = file;
    this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
  }

  @Override
  public void connect(SocketAddress ignored, int timeout) throws IOException {
    try {
      channel.connect(UnixDomainSocketAddress.of(file));
    } catch (SocketException e) {
      throw failed(e);
    }
  }

  @Override
  public void connect(SocketAddress ignored) throws IOException {
    connect(ignored, 0);
  }

  /** As TCP fails, so that it is explained as such. */
  private IOException failed(SocketException e) {
    IOException failed = new java.net.ConnectException(file + ": " + e.getMessage());
    failed.initCause(e);
    return failed;
  }

  @Override
  public InputStream getInputStream() {
    return Channels.newInputStream(channel);
  }

  @Override
  public OutputStream getOutputStream() {
    return Channels.newOutputStream(channel);
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public void shutdownInput() throws IOException {
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public void setSoLinger(boolean on, int seconds) {}

  @Override
  public void setReuseAddress(boolean on) {}

  @Override
  public void setTrafficClass(int trafficClass) {}

  @Override
  public void setSendBufferSize(int size) {}

  @Override
  public void setReceiveBufferSize(int size) {}

  @Override
  public int getSendBufferSize() {
    return 0;
  }

  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }
}
