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

/** A real PostgreSQL for tests. */
public final class PostgresServer extends DatabaseServer {
  private static PostgresServer shared;

  private final EmbeddedPostgres server;
  private final Set<String> made = new HashSet<>();

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
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
      EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(data).start();
      Files.writeString(
          data.resolve("pg_hba.conf"),
          "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
      PostgresServer started = new PostgresServer(server);
      started.sql("postgres", "SELECT pg_reload_conf()");
      started.sql("postgres", "CREATE ROLE service LOGIN PASSWORD '" + PASSWORD + "'");
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String scheme() {
    return "postgresql";
  }

  @Override
  public String engine() {
    return "PostgreSQL 17";
  }

  @Override
  public int port() {
    return server.getPort();
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
