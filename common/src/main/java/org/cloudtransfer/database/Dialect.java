package org.cloudtransfer.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.DatabaseUrl.Engine;

/**
 * What differs between the servers: the one place to ask when a SELECT is written.
 *
 * <p>PostgreSQL compares text as it is and sorts it by the locale; MySQL and MariaDB do both by the
 * column's collation, which usually knows neither case nor trailing blanks. The archive's order and
 * the meaning of {@code --project} and {@code --user} must not depend on that.
 */
public enum Dialect {
  POSTGRESQL {
    @Override
    public String quoted(String name) {
      return '"' + name + '"';
    }

    @Override
    public String bytes(String text) {
      return text + " COLLATE \"C\"";
    }

    @Override
    public String oneOf(String column) {
      return column + " = ANY (?)";
    }

    @Override
    public String readingOrder(String primaryKey) {
      return "ctid";
    }

    @Override
    public String noTruth() {
      return "NULL::boolean";
    }

    @Override
    Query columns(String table) {
      return new Query(
          """
          SELECT a.attname
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
          WHERE c.relname = ? AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
            AND a.attnum > 0 AND NOT a.attisdropped AND pg_catalog.pg_table_is_visible(c.oid)
          """,
          List.of(table));
    }

    /** Of a table that was never analysed it is 0, and since PostgreSQL 14 -1. */
    @Override
    Query estimate(String table) {
      return new Query(
          """
          SELECT c.reltuples::bigint
          FROM pg_catalog.pg_class c
          WHERE c.relname = ? AND c.relkind IN ('r', 'p', 'm')
            AND pg_catalog.pg_table_is_visible(c.oid)
          """,
          List.of(table));
    }

    @Override
    boolean catalogHidesForbiddenTables() {
      return false;
    }

    @Override
    boolean copies() {
      return true;
    }

    @Override
    Connection open(Located where) throws SQLException {
      return PostgresConnection.open(where.url());
    }

    @Override
    PreparedStatement prepare(Connection connection, Query query) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(query.sql());
      for (int i = 0; i < query.parameters().size(); i++) {
        if (query.parameters().get(i) instanceof List<?> list) {
          statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
        } else {
          statement.setString(i + 1, (String) query.parameters().get(i));
        }
      }
      return statement;
    }

    @Override
    Symptom symptom(SQLException thrown) {
      return Symptom.ofPostgres(thrown);
    }
  },

  MYSQL {
    @Override
    public String quoted(String name) {
      return '`' + name + '`';
    }

    /** Converted first, because the bytes of a Latin-1 column are others. */
    @Override
    public String bytes(String text) {
      return "CAST(CONVERT(" + text + " USING utf8mb4) AS BINARY)";
    }

    @Override
    public String oneOf(String column) {
      return bytes(column) + " IN (?)";
    }

    /** InnoDB keeps rows in the primary key, and those of equal key in an index likewise. */
    @Override
    public String readingOrder(String primaryKey) {
      return primaryKey;
    }

    @Override
    public String noTruth() {
      return "NULL";
    }

    @Override
    Query columns(String table) {
      return new Query(
          """
          SELECT column_name
          FROM information_schema.columns
          WHERE table_schema = database() AND table_name = ?
          """,
          List.of(table));
    }

    @Override
    Query estimate(String table) {
      return new Query(
          """
          SELECT table_rows
          FROM information_schema.tables
          WHERE table_schema = database() AND table_name = ?
          """,
          List.of(table));
    }

    @Override
    boolean catalogHidesForbiddenTables() {
      return true;
    }

    @Override
    boolean copies() {
      return false;
    }

    @Override
    Connection open(Located where) throws SQLException {
      return MySqlConnection.open(where);
    }

    /** There are no arrays: a list becomes as many parameters as it has values. */
    @Override
    PreparedStatement prepare(Connection connection, Query query) throws SQLException {
      List<String> values = new ArrayList<>();
      List<String> marks = new ArrayList<>();
      for (Object parameter : query.parameters()) {
        List<?> list = parameter instanceof List<?> several ? several : List.of(parameter);
        list.forEach(value -> values.add((String) value));
        marks.add(
            list.isEmpty() ? "NULL" : String.join(", ", Collections.nCopies(list.size(), "?")));
      }
      var next = marks.iterator();
      String sql = MARK.matcher(query.sql()).replaceAll(mark -> next.next());
      PreparedStatement statement = connection.prepareStatement(sql);
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      return statement;
    }

    @Override
    Symptom symptom(SQLException thrown) {
      return Symptom.ofMySql(thrown);
    }
  };

  private static final Pattern MARK = Pattern.compile("\\?");

  public static Dialect of(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> POSTGRESQL;
      case MYSQL -> MYSQL;
    };
  }

  /** A name that may be a reserved word. */
  public abstract String quoted(String name);

  /**
   * A text by the bytes of its UTF-8: so it sorts by code point, and equals nothing but itself.
   *
   * @param text an expression
   */
  public abstract String bytes(String text);

  /**
   * A condition with one parameter, a list: whether a column has exactly one of its values.
   *
   * <p>No value is taken for another one that differs in case, accents or blanks at the end.
   */
  public abstract String oneOf(String column);

  /**
   * What to sort by to have the rows as the service gets them, which asks for no order: as they lie
   * in the table.
   */
  public abstract String readingOrder(String primaryKey);

  /** NULL where a truth value is expected. */
  public abstract String noTruth();

  /** The names of a table's columns; none if there is no such table. */
  abstract Query columns(String table);

  /**
   * How many rows a table has, as the server's statistics have it; nothing of use if not positive.
   */
  abstract Query estimate(String table);

  /** Whether a table that may not be read looks as if it were not there. */
  abstract boolean catalogHidesForbiddenTables();

  /** Whether it has {@code COPY … TO STDOUT}. */
  abstract boolean copies();

  /** Connects, and begins a transaction that reads one state and cannot write. */
  abstract Connection open(Located where) throws SQLException;

  /** A statement with its parameters bound. */
  abstract PreparedStatement prepare(Connection connection, Query query) throws SQLException;

  abstract Symptom symptom(SQLException thrown);
}
