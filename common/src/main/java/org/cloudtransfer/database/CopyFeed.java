package org.cloudtransfer.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a SELECT by PostgreSQL's {@code COPY … TO STDOUT}: the server sends them in one stream
 * and works ahead, where a cursor waits for the next batch to be asked for. A SELECT in it cannot
 * have parameters, and nothing else can be asked on the connection until its end.
 */
final class CopyFeed<T> implements Feed<T> {
  private final CopyOut copy;
  private final FieldsReader<T> reader;
  private final CopyFields row;

  private CopyFeed(CopyOut copy, FieldsReader<T> reader, CopyFields row) {
    this.copy = copy;
    this.reader = reader;
    this.row = row;
  }

  static <T> CopyFeed<T> start(Connection connection, String sql, FieldsReader<T> reader)
      throws SQLException {
    String command = "COPY (" + sql + ") TO STDOUT WITH (FORMAT csv, HEADER, FORCE_QUOTE *)";
    CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(command);
    return new CopyFeed<>(copy, reader, new CopyFields(copy.readFromCopy()));
  }

  @Override
  public boolean advance() throws SQLException {
    byte[] line = copy.isActive() ? copy.readFromCopy() : null;
    if (line == null) {
      return false;
    }
    row.show(line);
    return true;
  }

  @Override
  public T current() throws SQLException {
    return reader.read(row);
  }

  /** In the middle of a stream only a run that has failed stops; its transaction may end so. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
