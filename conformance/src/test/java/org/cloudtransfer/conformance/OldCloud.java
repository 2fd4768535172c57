package org.cloudtransfer.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cloudtransfer.source.PostgresServer;

/**
 * The databases of an old cloud: in an embedded PostgreSQL for the simulator's column, the lab's
 * for the real one's.
 *
 * @param etc the root of the services' configuration
 * @param port of the PostgreSQL server
 */
record OldCloud(Path etc, int port) {
  /** Liberty's shape: what SUSE OpenStack Cloud 6 has. */
  static OldCloud liberty(CloudUnderTest cloud, Path directory) throws IOException {
    if (!cloud.isSimulator()) {
      return ofLab("liberty");
    }
    PostgresServer.shared().liberty();
    return new OldCloud(
        PostgresServer.shared().configure(directory.resolve("etc")),
        PostgresServer.shared().port());
  }

  /** Zed's shape: embedded by hand, real made by the services' own migrations and APIs. */
  static OldCloud zed(CloudUnderTest cloud, Path directory) throws IOException {
    if (!cloud.isSimulator()) {
      return ofLab("old");
    }
    PostgresServer.shared().zed();
    Path root = PostgresServer.shared().configure(directory.resolve("etc"));
    PostgresServer.configure(
        root,
        "nova",
        "[api_database]\nconnection = %s\n[database]\nconnection = %s\n"
            .formatted(
                PostgresServer.shared().url("nova_api"), PostgresServer.shared().url("nova")));
    return new OldCloud(root, PostgresServer.shared().port());
  }

  /** The lab's, where it is; empty otherwise, see {@link #isThere}. */
  private static OldCloud ofLab(String name) {
    Path home = Lab.home(name);
    Map<String, String> env =
        Files.exists(home.resolve("etc"))
            ? Lab.words(home.resolve("cloud.env"))
            : new HashMap<>(Map.of("LAB_DB_PORT", "0"));
    return new OldCloud(home.resolve("etc"), Integer.parseInt(env.get("LAB_DB_PORT")));
  }

  boolean isThere() {
    return port != 0;
  }

  /** The first column of a query's result, asked as the server's own administrator. */
  List<String> column(String database, String select) {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same configuration with every service's file written anew, by its service's name. */
  OldCloud rewritten(Path root, Layout layout, UnaryOperator<String> change) throws IOException {
    for (String service : List.of("nova", "neutron", "cinder", "keystone")) {
      Path target = Files.createDirectories(root.resolve(service));
      StringBuilder whole = new StringBuilder();
      try (Stream<Path> files = Files.walk(etc.resolve(service))) {
        files
            .filter(file -> file.toString().endsWith(".conf"))
            .filter(file -> !file.toString().contains("domains"))
            .sorted()
            .forEach(file -> whole.append(read(file)).append('\n'));
      }
      layout.write(target, service, change.apply(whole.toString()));
    }
    return new OldCloud(root, port);
  }

  /** How a service's configuration is spread over files. */
  interface Layout {
    void write(Path directory, String service, String text) throws IOException;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code download} on it. */
  Run download(Path data, String... options) {
    List<String> args = new ArrayList<>(List.of("--config-dir", etc.toString()));
    args.addAll(List.of("--directory", data.toString()));
    args.addAll(List.of(options));
    return Run.download(args.toArray(String[]::new));
  }
}
