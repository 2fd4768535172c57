package org.cloudtransfer.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator.Located;

/**
 * A database of which one state is read: everything runs in one transaction, repeatable read and
 * read only, so that the server itself refuses a write. One thread.
 */
public final class ReadOnlyDatabase implements AutoCloseable {
  private static final int ROWS_PER_FETCH = 1000;

  private final Dialect dialect;
  private final Connection connection;
  private final Faults faults;
  private final String engine;
  private final Map<String, Set<String>> columns = new HashMap<>();

  private ReadOnlyDatabase(Dialect dialect, Connection connection, Faults faults)
      throws SQLException {
    this.dialect = dialect;
    this.connection = connection;
    this.faults = faults;
    DatabaseMetaData server = connection.getMetaData();
    this.engine = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
  }

  /**
   * Connects and begins the transaction.
   *
   * @throws StopException exit code 3 if the server does not answer, or does not let us in; 2 if
   *     its URL has options that are not supported
   */
  public static ReadOnlyDatabase open(Located where) {
    Dialect dialect = Dialect.of(where.url().engine());
    Faults faults = new Faults(where, dialect);
    try {
      return new ReadOnlyDatabase(dialect, dialect.open(where), faults);
    } catch (SQLException e) {
      throw faults.of(e);
    }
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The server and its version, e.g. {@code PostgreSQL 9.4.26}. */
  public String engine() {
    return engine;
  }

  /** The database as messages call it: service, URL without the password, where that was found. */
  public String description() {
    return faults.database();
  }

  /**
   * The columns of a table; empty if there is no such table.
   *
   * @throws StopException exit code 3 if the table may not be read, so far as that is known here
   */
  public Set<String> columns(String table) {
    return columns.computeIfAbsent(table, this::readColumns);
  }

  private Set<String> readColumns(String table) {
    Set<String> names = new HashSet<>();
    try (Cursor<String> rows = query(dialect.columns(table), r -> r.getString(1))) {
      rows.forEachRemaining(names::add);
    }
    if (names.isEmpty() && dialect.catalogHidesForbiddenTables()) {
      requireAbsence(table);
    }
    return Set.copyOf(names);
  }

  /** About how many rows a table has; 0 if the server has no idea. Costs a look at its catalog. */
  public long about(String table) {
    try (Cursor<Long> rows = query(dialect.estimate(table), row -> row.getLong(1))) {
      return rows.hasNext() ? Math.max(0, rows.next()) : 0;
    }
  }

  private void requireAbsence(String table) {
    String sql = "SELECT 1 FROM " + dialect.quoted(table) + " WHERE FALSE";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeQuery().close();
    } catch (SQLException e) {
      if (dialect.symptom(e) != Symptom.MISSING) {
        throw faults.of(e);
      }
    }
  }

  /**
   * Starts a query for rows without number, by the fastest way that the server has. Close the
   * cursor before asking for anything else.
   *
   * @throws StopException as {@link #query}
   */
  public <T> Cursor<T> stream(Query query, FieldsReader<T> reader) {
    if (!dialect.copies() || !query.parameters().isEmpty()) {
      return query(query, row -> reader.read(new ResultSetFields(row)));
    }
    try {
      return new Cursor<>(CopyFeed.start(connection, query.sql(), reader), faults::of);
    } catch (SQLException e) {
      throw faults.of(e);
    }
  }

  /**
   * Starts a query. Close the cursor; several may be open at once.
   *
   * @throws StopException exit code 2 if a table or column is missing, 3 if the connection is lost
   *     or the table may not be read
   */
  public <T> Cursor<T> query(Query query, RowReader<T> reader) {
    PreparedStatement statement = null;
    try {
      statement = dialect.prepare(connection, query);
      statement.setFetchSize(ROWS_PER_FETCH);
      return new Cursor<>(
          new ResultSetFeed<>(statement, statement.executeQuery(), reader), faults::of);
    } catch (SQLException e) {
      abandon(statement, e);
      throw faults.of(e);
    }
  }

  private static void abandon(PreparedStatement statement, SQLException because) {
    try {
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /** Ends the transaction; nothing was written, so a failure to do so loses nothing. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      columns.clear();
    }
  }
}
