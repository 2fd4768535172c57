package org.cloudtransfer.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The current row of a result. */
record ResultSetFields(ResultSet row) implements Fields {

  @Override
  public String text(String column) throws SQLException {
    return row.getString(column);
  }

  @Override
  public Integer integer(String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  @Override
  public Boolean flag(String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }
}
