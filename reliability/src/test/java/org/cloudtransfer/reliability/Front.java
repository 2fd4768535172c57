package org.cloudtransfer.reliability;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to the cloud's, until it goes down: then connections break and are refused. */
final class Front implements AutoCloseable {
  private final int cloud;
  private final Set<Closeable> connections = ConcurrentHashMap.newKeySet();
  private final InetSocketAddress address;
  private ServerSocket open;
  private Thread acceptor;
  private SocketChannel shut;

  Front(int cloud) throws IOException {
    this.cloud = cloud;
    this.open = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    this.address = new InetSocketAddress(open.getInetAddress(), open.getLocalPort());
    serve(open);
  }

  String authUrl() {
    return "http://127.0.0.1:" + address.getPort() + "/identity/v3";
  }

  /** Nobody else can take the port meanwhile: it stays bound, but does not listen. */
  synchronized void down() {
    try {
      stop();
      shut = SocketChannel.open();
      shut.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      shut.bind(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void up() {
    try {
      if (shut != null) {
        shut.close();
        shut = null;
        open = new ServerSocket();
        open.setReuseAddress(true);
        open.bind(address);
        serve(open);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket server) {
    acceptor =
        inBackground(
            () -> {
              while (true) {
                Socket client = server.accept();
                Socket service = new Socket(address.getAddress(), cloud);
                connections.add(client);
                connections.add(service);
                inBackground(() -> pump(client, service));
                inBackground(() -> pump(service, client));
              }
            });
  }

  private static void pump(Socket from, Socket to) throws IOException {
    from.setTcpNoDelay(true);
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Ends with the first broken connection, which is what this is about. */
  private static Thread inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // closed
              }
            },
            "front");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** A port listens for as long as somebody is about to accept. */
  private void stop() throws IOException {
    open.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close(connections);
  }

  private static void close(Set<Closeable> some) throws IOException {
    for (Closeable one : some) {
      one.close();
    }
    some.clear();
  }

  @Override
  public synchronized void close() throws IOException {
    stop();
    if (shut != null) {
      shut.close();
    }
  }
}
