package org.cloudtransfer.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of a SELECT, fetched a batch at a time. */
record ResultSetFeed<T>(PreparedStatement statement, ResultSet rows, RowReader<T> reader)
    implements Feed<T> {

  @Override
  public boolean advance() throws SQLException {
    return rows.next();
  }

  @Override
  public T current() throws SQLException {
    return reader.read(rows);
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      rows.close();
    }
  }
}
