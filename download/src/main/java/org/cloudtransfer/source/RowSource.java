package org.cloudtransfer.source;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Fields;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.Table;

/**
 * Where the rows of one table of the archive come from.
 *
 * @param <R> the record of one row
 */
public sealed interface RowSource<R>
    permits KeypairSource,
        NovaQuotaSource,
        NeutronQuotaSource,
        CinderQuotaSource,
        SecurityGroupSource,
        SecurityGroupRuleSource {

  Table<R> table();

  /**
   * The databases that may hold rows. If two hold one with the same key, that of the later database
   * is the one the service sees.
   */
  List<ServiceDatabase> databases();

  /** The tables whose rows these are, for an estimate of how many there will be. */
  List<String> origins();

  /**
   * The SELECT for one database; nothing if that database has no such rows in this schema.
   *
   * <p>It orders by key, and rows of the same key so that the one the service sees comes last.
   *
   * @throws org.cloudtransfer.cli.StopException if the schema lacks what the SELECT needs
   */
  Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners);

  /**
   * SELECTs for what belongs to this kind but has no place in the archive.
   *
   * @param database one of {@link #databases}; what it says of a thing counts more than what those
   *     before it say
   */
  default Stream<Look> looks(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    return Stream.empty();
  }

  Reading<R> read(Fields row) throws SQLException;

  /** Names the owners that a row refers to. */
  void owners(R row, Owners owners);

  /** Whether a second row of the same key is an accident, rather than a move not finished yet. */
  boolean duplicatesAreAccidents();

  default RowKey key(R row) {
    return table().key().apply(row);
  }
}
