package org.cloudtransfer.demo.source;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cloudtransfer.demo.sample.Sample;

/** A running old cloud, as far as databases and configuration go. */
public final class OldCloud implements AutoCloseable {
  /** As crowbar might make them up, and as it puts them into URLs: not encoded. */
  private static final Map<String, String> PASSWORDS =
      Map.of(
          "keystone", "k3y@st0ne#1",
          "nova", "p@ss:w/o#r$1?d%zz",
          "neutron", "n3u=tr;on&\"q'",
          "cinder", "c+i n-d~e[r]{%}");

  private final EmbeddedPostgres server;
  private final Path configuration;

  private OldCloud(EmbeddedPostgres server, Path configuration) {
    this.server = server;
    this.configuration = configuration;
  }

  /** Whether there is a server to start: the distribution has none. */
  public static boolean isThere() {
    return OldCloud.class.getResource("/postgres-linux-x86_64.txz") != null;
  }

  /** Starts a server in {@code directory} and fills it with the sample. */
  public static OldCloud start(Path directory, Sample sample) throws IOException {
    Path data = Files.createDirectories(directory.resolve("postgresql"));
    EmbeddedPostgres server =
        EmbeddedPostgres.builder().setDataDirectory(data).setServerConfig("fsync", "off").start();
    OldCloud cloud = new OldCloud(server, directory.resolve("etc"));
    try {
      cloud.requirePasswords(data);
      for (String service : new TreeMap<>(PASSWORDS).keySet()) {
        cloud.create(service);
      }
      cloud.fill(sample);
      new Configuration(cloud.configuration, cloud.urls()).write();
      return cloud;
    } catch (SQLException e) {
      server.close();
      throw new IllegalStateException("the sample does not fit: " + e.getMessage(), e);
    }
  }

  private void requirePasswords(Path data) throws IOException, SQLException {
    Files.writeString(
        data.resolve("pg_hba.conf"),
        "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    run("postgres", "SELECT pg_reload_conf()");
  }

  private void create(String service) throws SQLException {
    String password = PASSWORDS.get(service).replace("'", "''");
    run("postgres", "CREATE ROLE " + service + " LOGIN PASSWORD '" + password + "'");
    run("postgres", "CREATE DATABASE " + service + " OWNER " + service);
    run(service, resource(service + ".sql"));
  }

  private void fill(Sample sample) throws SQLException {
    for (String service : PASSWORDS.keySet()) {
      try (Connection connection = connect(service)) {
        connection.setAutoCommit(false);
        Filling filling = new Filling(connection, sample);
        switch (service) {
          case "keystone" -> filling.keystone();
          case "nova" -> filling.nova();
          case "neutron" -> filling.neutron();
          default -> filling.cinder();
        }
        connection.commit();
      }
      run(service, "GRANT ALL ON ALL TABLES IN SCHEMA public TO " + service);
    }
  }

  private void run(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  private static String resource(String name) {
    try (InputStream in = OldCloud.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The databases in SQLAlchemy's spelling, by service. */
  public Map<String, String> urls() {
    Map<String, String> urls = new TreeMap<>();
    PASSWORDS.forEach(
        (service, password) ->
            urls.put(
                service,
                "postgresql://%s:%s@127.0.0.1:%d/%s"
                    .formatted(service, password, server.getPort(), service)));
    return urls;
  }

  /** The directory that stands for the old controller's {@code /etc}. */
  public Path configuration() {
    return configuration;
  }

  /** The passwords of the services' database users. */
  public static List<String> passwords() {
    return List.copyOf(PASSWORDS.values());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
