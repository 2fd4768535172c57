package org.cloudtransfer.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Turns the current row of a result into a record. */
@FunctionalInterface
public interface RowReader<T> {
  T read(ResultSet row) throws SQLException;
}
