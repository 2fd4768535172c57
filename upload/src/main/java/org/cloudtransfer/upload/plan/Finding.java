package org.cloudtransfer.upload.plan;

import java.util.List;
import org.cloudtransfer.resource.RowKey;

/**
 * Something that a plan shows a person before the night.
 *
 * @param kind the table or the service that it is about; empty for all
 * @param owner whose rows they are, for people; empty for nobody in particular
 * @param rows the rows that it is about; may be empty
 * @param remedy what to do about it; empty if nothing
 */
public record Finding(
    Cause cause, String kind, String owner, List<RowKey> rows, String message, String remedy) {
  public Finding {
    rows = List.copyOf(rows);
  }
}
