package org.cloudtransfer.database;

import java.sql.SQLException;

/** The columns of one row by name, however the server sent them; valid until the next row. */
public interface Fields {

  /** The text of a column; null is NULL. */
  String text(String column) throws SQLException;

  /** The whole number in a column; null is NULL. */
  Integer integer(String column) throws SQLException;

  /** The truth value in a column; null is NULL. */
  Boolean flag(String column) throws SQLException;
}
