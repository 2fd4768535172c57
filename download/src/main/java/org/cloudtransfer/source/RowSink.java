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

  /** Of a row that comes next: what it was in the source, a sentence about several rows. */
  void changed(R row, String text);

  /** What has no row in the archive. */
  void remark(Remark remark);

  /** A row that cannot go into the archive. */
  void withheld(R row, String reason);

  /** A row that the service does not see because of another one with the same key. */
  void superseded(R row, R by);
}
