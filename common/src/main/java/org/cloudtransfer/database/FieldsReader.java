package org.cloudtransfer.database;

import java.sql.SQLException;

/** Turns the columns of a row into a record. */
@FunctionalInterface
public interface FieldsReader<T> {
  T read(Fields row) throws SQLException;
}
