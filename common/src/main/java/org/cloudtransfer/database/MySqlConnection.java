package org.cloudtransfer.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.DatabaseUrl;
import org.mariadb.jdbc.Driver;

/** Opens connections to MariaDB and MySQL that can only read. */
final class MySqlConnection {
  private static final String CONNECT_MILLIS_MAX = "10000";
  private static final String SILENCE_MILLIS_MAX = "600000";

  /**
   * The same syntax everywhere, without surprises such as MariaDB's {@code EMPTY_STRING_IS_NULL};
   * and patience, because of two databases that are merged one may have to wait for the other.
   */
  private static final String SESSION =
      "SET SESSION sql_mode = '', net_write_timeout = 600, wait_timeout = 28800";

  /** Also for the transaction that a DDL statement, which ends ours, would make the next. */
  private static final String READ_ONLY = "SET SESSION TRANSACTION READ ONLY";

  private static final String REPEATABLE =
      "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ";

  /** The state is that of now, not that of the first SELECT as with plain START TRANSACTION. */
  private static final String BEGIN = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

  private MySqlConnection() {}

  static Connection open(Located where) throws SQLException {
    Connection connection = new Driver().connect(address(where.url()), properties(where));
    try (Statement statement = connection.createStatement()) {
      connection.setCatalog(where.url().database());
      connection.setAutoCommit(false);
      statement.execute(SESSION);
      statement.execute(REPEATABLE);
      statement.execute(READ_ONLY);
      statement.execute(BEGIN);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Nothing but the place: the driver shows its URL in messages, and does not decode a name. */
  private static String address(DatabaseUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return "jdbc:mariadb://" + host + ":" + url.port() + "/";
  }

  private static Properties properties(Located where) {
    DatabaseUrl url = where.url();
    Properties properties = new MySqlTls(where).properties();
    properties.put("connectionAttributes", "program_name:cloudtransfer");
    properties.put("connectTimeout", connectMillis(url));
    properties.put("socketTimeout", SILENCE_MILLIS_MAX);
    properties.put("tcpKeepAlive", "true");
    properties.put("allowLocalInfile", "false");
    properties.put("allowPublicKeyRetrieval", "true");
    if (url.isLocal()) {
      properties.put("socketFactory", UnixSocketsOfMySql.class.getName());
      properties.put(UnixSocketsOfMySql.FILE, url.socket());
    }
    if (url.user() != null) {
      properties.put("user", url.user());
    }
    if (url.hasPassword()) {
      properties.put("password", url.password().reveal());
    }
    return properties;
  }

  private static String connectMillis(DatabaseUrl url) {
    String seconds = url.options().getOrDefault("connect_timeout", "");
    return seconds.matches("[1-9][0-9]{0,4}") ? seconds + "000" : CONNECT_MILLIS_MAX;
  }
}
