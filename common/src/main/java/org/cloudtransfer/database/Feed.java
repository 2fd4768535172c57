package org.cloudtransfer.database;

import java.sql.SQLException;

/**
 * Where the rows of a {@link Cursor} come from.
 *
 * @param <T> what a row becomes
 */
interface Feed<T> {

  /** Goes to the next row; false if there is none. */
  boolean advance() throws SQLException;

  /** The row gone to. */
  T current() throws SQLException;

  /** Frees what the server holds. */
  void close() throws SQLException;
}
