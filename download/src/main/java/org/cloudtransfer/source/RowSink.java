package org.cloudtransfer.source;

import java.io.IOException;

/**
 * Takes the rows of a table, ordered by key.
 *
 * @param <R> the record of one row
 */
public interface RowSink<R> {

  /** A row for the archive. */
  void row(R row) throws IOException;

  /** A row that cannot go into the archive. */
  void withheld(R row, String reason);

  /** A row that the service does not see because of another one with the same key. */
  void superseded(R row, R by);
}
