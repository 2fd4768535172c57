package org.cloudtransfer.database;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/**
 * The rows of one query, as they come. One thread.
 *
 * @param <T> what a row becomes
 */
public final class Cursor<T> implements Iterator<T>, AutoCloseable {
  private final Feed<T> feed;
  private final Function<SQLException, StopException> fault;
  private boolean fetched;
  private boolean more;

  Cursor(Feed<T> feed, Function<SQLException, StopException> fault) {
    this.feed = feed;
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
      return feed.current();
    } catch (SQLException e) {
      throw fault.apply(e);
    }
  }

  private boolean advance() {
    try {
      return feed.advance();
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
    try {
      feed.close();
    } catch (SQLException e) {
      more = false;
    }
  }
}
