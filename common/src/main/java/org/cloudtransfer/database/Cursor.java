package org.cloudtransfer.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/**
 * The rows of one query, fetched a batch at a time. One thread; several may be open at once.
 *
 * @param <T> what a row becomes
 */
public final class Cursor<T> implements Iterator<T>, AutoCloseable {
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final RowReader<T> reader;
  private final Function<SQLException, StopException> fault;
  private boolean fetched;
  private boolean more;

  Cursor(
      PreparedStatement statement,
      ResultSet rows,
      RowReader<T> reader,
      Function<SQLException, StopException> fault) {
    this.statement = statement;
    this.rows = rows;
    this.reader = reader;
    this.fault = fault;
  }

  /**
   * Whether there is another row.
   *
   * @throws StopException if the database fails, or the thread was interrupted
   */
  @Override
  public boolean hasNext() {
    if (!fetched) {
      stopIfInterrupted();
      more = advance();
      fetched = true;
    }
    return more;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    fetched = false;
    try {
      return reader.read(rows);
    } catch (SQLException e) {
      throw fault.apply(e);
    }
  }

  private boolean advance() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw fault.apply(e);
    }
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new StopException(
          ExitCode.INTERRUPTED, "Interrupted.", "Nothing was written; run the command again.");
    }
  }

  /** Closing frees what the server holds; a failure to do so loses nothing. */
  @Override
  public void close() {
    try (statement) {
      rows.close();
    } catch (SQLException e) {
      more = false;
    }
  }
}
