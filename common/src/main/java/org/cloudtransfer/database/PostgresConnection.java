package org.cloudtransfer.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.cloudtransfer.config.DatabaseUrl;
import org.postgresql.Driver;

/** Opens connections to PostgreSQL that can only read. */
final class PostgresConnection {
  private static final String CONNECT_SECONDS_MAX = "10";
  private static final String SILENCE_SECONDS_MAX = "600";

  /** What libpq and the JDBC driver call by the same name. */
  private static final List<String> SHARED_OPTIONS =
      List.of("sslmode", "sslrootcert", "sslcert", "sslkey", "options");

  private PostgresConnection() {}

  static Connection open(DatabaseUrl url) throws SQLException {
    Connection connection = new Driver().connect(address(url), properties(url));
    try {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** User and password go as properties: the driver shows its URL in messages. */
  private static String address(DatabaseUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    String database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8).replace("+", "%20");
    return "jdbc:postgresql://" + host + ":" + url.port() + "/" + database;
  }

  private static Properties properties(DatabaseUrl url) {
    Properties properties = new Properties();
    properties.put("ApplicationName", "cloudtransfer");
    properties.put("readOnlyMode", "always");
    properties.put("connectTimeout", CONNECT_SECONDS_MAX);
    properties.put("socketTimeout", SILENCE_SECONDS_MAX);
    properties.put("tcpKeepAlive", "true");
    properties.put("prepareThreshold", "0");
    putIfKnown(properties, "user", url.user());
    putIfKnown(properties, "password", url.hasPassword() ? url.password().reveal() : null);
    Map<String, String> options = url.options();
    SHARED_OPTIONS.forEach(name -> putIfKnown(properties, name, options.get(name)));
    putIfKnown(properties, "connectTimeout", options.get("connect_timeout"));
    if (url.isLocal()) {
      putLocal(properties, url.socket());
    }
    return properties;
  }

  /** As libpq, which does not encrypt what stays on the machine, whatever it is asked for. */
  private static void putLocal(Properties properties, String socket) {
    properties.put("socketFactory", UnixSocketsOfPostgres.class.getName());
    properties.put("socketFactoryArg", socket);
    properties.put("sslmode", "disable");
    properties.put("gssEncMode", "disable");
  }

  private static void putIfKnown(Properties properties, String name, String value) {
    if (value != null) {
      properties.put(name, value);
    }
  }
}
