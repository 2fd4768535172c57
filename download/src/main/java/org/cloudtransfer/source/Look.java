package org.cloudtransfer.source;

import java.util.Optional;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.database.RowReader;

/**
 * A SELECT for what belongs to a kind but has no place in the archive.
 *
 * @param reader may find nothing remarkable in a row
 */
public record Look(Query query, RowReader<Optional<Remark>> reader) {}
