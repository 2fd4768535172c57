package org.cloudtransfer.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/**
 * A real MariaDB for tests; or, with {@code -Dtest.mysql.port=PORT}, a MariaDB or MySQL that runs
 * on that port of this machine with a {@code root} who has no password.
 */
public final class MySqlServer extends DatabaseServer {
  private static final int GIVEN_PORT = Integer.getInteger("test.mysql.port", 0);
  private static MySqlServer shared;

  private final int port;
  private final Optional<Path> certificate;
  private final String engine;

  private MySqlServer(int port, Optional<Path> certificate) {
    this.port = port;
    this.certificate = certificate;
    this.engine = query("SELECT version()").get(0);
  }

  /** The server, started when it is first asked for, stopped when the virtual machine ends. */
  public static synchronized MySqlServer shared() {
    if (shared == null) {
      shared = GIVEN_PORT > 0 ? new MySqlServer(GIVEN_PORT, Optional.empty()) : start();
      shared.sql("mysql", "DROP USER IF EXISTS service");
      shared.sql("mysql", "CREATE USER service IDENTIFIED BY '" + PASSWORD + "'");
      shared.sql("mysql", "GRANT SELECT ON nowhere.* TO service");
    }
    return shared;
  }

  private static MySqlServer start() {
    try {
      int port = freePort();
      MariaDbProcess process = MariaDbProcess.start(port);
      return new MySqlServer(port, Optional.of(process.certificate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The certificate of the server, which vouches for itself; nothing if that is not known. */
  public Optional<Path> certificate() {
    return certificate;
  }

  @Override
  public String localUrl(String database) {
    return "mysql+pymysql://service:%s@localhost/%s?charset=utf8&unix_socket=%s"
        .formatted(PASSWORD, database, query("SELECT @@socket").get(0));
  }

  @Override
  public String scheme() {
    return "mysql";
  }

  @Override
  public String analyze(String table) {
    return "ANALYZE TABLE " + table;
  }

  @Override
  public String engine() {
    return (engine.contains("MariaDB") ? "MariaDB " : "MySQL ") + engine;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  String spelled(String sql) {
    return sql.replaceAll("ENUM \\w+\\(", "enum(")
        .replace("serial PRIMARY KEY", "integer AUTO_INCREMENT PRIMARY KEY")
        .replaceAll("\\btimestamp\\b", "datetime");
  }

  @Override
  String spelling() {
    return "mysql/";
  }

  @Override
  void recreate(String database) {
    sql(
        "mysql",
        "DROP DATABASE IF EXISTS %1$s; CREATE DATABASE %1$s CHARACTER SET utf8 COLLATE utf8_general_ci"
            .formatted(database));
  }

  @Override
  public void letServiceRead(String database) {
    sql("mysql", "GRANT ALL ON " + database + ".* TO service");
  }

  /** Leaves one table that may be read, or else the database itself would be denied. */
  @Override
  public void hide(String database, String table) {
    sql(database, "REVOKE ALL ON " + database + ".* FROM service");
    sql(database, "GRANT SELECT ON " + database + ".quotas TO service");
  }

  @Override
  public void disconnect() {
    query("SELECT id FROM information_schema.processlist WHERE user = 'service'")
        .forEach(id -> sql("mysql", "KILL " + id));
  }

  @Override
  public void compareExactly(String database, String table, String column) {
    sql(
        database,
        "ALTER TABLE %s MODIFY %s varchar(255) COLLATE utf8_bin".formatted(table, column));
  }

  @Override
  void run(String database, String statements) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(statements.replace(" E'", " '"));
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + e.getMessage(), e);
    }
  }

  private List<String> query(String select) {
    try (Connection connection = connect("mysql");
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

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", "root");
    properties.put("allowMultiQueries", "true");
    properties.put("sessionVariables", "sql_mode='ANSI_QUOTES'");
    return new Driver().connect("jdbc:mariadb://127.0.0.1:" + port + "/" + database, properties);
  }
}
