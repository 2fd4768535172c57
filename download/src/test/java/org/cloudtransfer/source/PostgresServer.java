package org.cloudtransfer.source;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A real PostgreSQL for tests. */
public final class PostgresServer extends DatabaseServer {
  private static final Pattern ENUM = Pattern.compile("ENUM (\\w+)(\\([^)]*\\))");
  private static PostgresServer shared;

  private final EmbeddedPostgres server;
  private final Path sockets;
  private final Set<String> made = new HashSet<>();

  private PostgresServer(EmbeddedPostgres server, Path sockets) {
    this.server = server;
    this.sockets = sockets;
  }

  /** The server, started when it is first asked for, stopped when the virtual machine ends. */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static PostgresServer start() {
    try {
      Path data = Files.createTempDirectory("postgres-of-tests");
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setServerConfig("unix_socket_directories", data.toString())
              .start();
      PostgresServer started = new PostgresServer(server, data);
      started.letIn("host");
      started.sql("postgres", "CREATE ROLE service LOGIN PASSWORD '" + PASSWORD + "'");
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the service in by this kind of connection.
   *
   * @param kind {@code host} for any by TCP, {@code hostssl} for those by TLS only
   */
  private void letIn(String kind) throws IOException {
    Files.writeString(
        sockets.resolve("pg_hba.conf"),
        "host all postgres 127.0.0.1/32 trust\n%s all all 127.0.0.1/32 scram-sha-256\n"
                .formatted(kind)
            + "local all all scram-sha-256\n");
    sql("postgres", "SELECT pg_reload_conf()");
  }

  /** Lets the service in by TLS only; returns the certificate, which is its own authority. */
  public Path demandTls() throws IOException {
    SelfSigned own = SelfSigned.in(Files.createTempDirectory(sockets, "tls"));
    sql("postgres", "ALTER SYSTEM SET ssl_cert_file = '" + own.certificate() + "'");
    sql("postgres", "ALTER SYSTEM SET ssl_key_file = '" + own.key() + "'");
    sql("postgres", "ALTER SYSTEM SET ssl = on");
    letIn("hostssl");
    return own.certificate();
  }

  /** As it was. */
  public void forgoTls() throws IOException {
    sql("postgres", "ALTER SYSTEM SET ssl = off");
    letIn("host");
  }

  @Override
  public String localUrl(String database) {
    return "postgresql+psycopg2://service:%s@/%s?host=%s&port=%d"
        .formatted(PASSWORD, database, sockets, port());
  }

  @Override
  public String scheme() {
    return "postgresql";
  }

  @Override
  public String analyze(String table) {
    return "ANALYZE " + table;
  }

  @Override
  public String engine() {
    return "PostgreSQL 17";
  }

  @Override
  public int port() {
    return server.getPort();
  }

  /** Types of enumeration have a name, and are made before they are used. */
  @Override
  String spelled(String sql) {
    StringBuilder types = new StringBuilder();
    String tables =
        ENUM.matcher(sql)
            .replaceAll(
                type -> {
                  types.append(
                      "CREATE TYPE %s AS ENUM %s;\n".formatted(type.group(1), type.group(2)));
                  return type.group(1);
                });
    return types + tables;
  }

  @Override
  String spelling() {
    return "";
  }

  /** Making it anew would cost a second each time. */
  @Override
  void recreate(String database) {
    if (made.add(database)) {
      sql("postgres", "CREATE DATABASE " + database);
    }
    sql(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  @Override
  public void letServiceRead(String database) {
    sql(database, "GRANT USAGE ON SCHEMA public TO service");
    sql(database, "GRANT ALL ON ALL TABLES IN SCHEMA public TO service");
  }

  @Override
  public void hide(String database, String table) {
    sql(database, "REVOKE ALL ON " + table + " FROM service");
  }

  @Override
  public void disconnect() {
    sql(
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'cloudtransfer'");
  }

  @Override
  public void compareExactly(String database, String table, String column) {}

  @Override
  void run(String database, String statements) {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + e.getMessage(), e);
    }
  }
}
