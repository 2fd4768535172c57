package org.cloudtransfer.source;

import static org.cloudtransfer.source.Reading.unlessGiven;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Fields;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.Table;

/**
 * Key pairs of Nova. From Newton on they move, online and in batches, from the main database to the
 * API database: both are read, and the copy in the latter is the newer one.
 */
final class KeypairSource implements RowSource<Keypair> {

  @Override
  public Table<Keypair> table() {
    return Keypair.TABLE;
  }

  @Override
  public List<ServiceDatabase> databases() {
    return List.of(ServiceDatabase.NOVA, ServiceDatabase.NOVA_API);
  }

  @Override
  public List<String> origins() {
    return List.of("key_pairs");
  }

  @Override
  public Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    if (database == ServiceDatabase.NOVA_API && !schema.has("key_pairs")) {
      return Optional.empty();
    }
    schema.require("key_pairs", "user_id", "name", "public_key", "fingerprint");
    Dialect dialect = schema.dialect();
    Condition user = owners.userIn(schema, "user_id");
    String sql =
        """
        SELECT user_id, name, %s AS type, public_key, fingerprint
        FROM key_pairs
        WHERE %s AND %s
        ORDER BY %s, %s
        """
            .formatted(
                type(schema),
                live(schema),
                user.sql(),
                dialect.bytes("coalesce(user_id, '')"),
                dialect.bytes("name"));
    return Optional.of(new Query(sql, user.parameters()));
  }

  /** Before Kilo all key pairs were of type ssh, and there was no column to say so. */
  private static String type(Schema schema) {
    return schema.has("key_pairs", "type") ? "type" : "'ssh'";
  }

  private static String live(Schema schema) {
    return NovaTables.live(schema, "key_pairs");
  }

  @Override
  public Reading<Keypair> read(Fields row) throws SQLException {
    Keypair keypair =
        new Keypair(
            row.text("user_id"),
            row.text("name"),
            row.text("type"),
            row.text("public_key"),
            row.text("fingerprint"));
    return Reading.of(
        keypair,
        unlessGiven(keypair.userId(), "user_id"),
        unlessGiven(keypair.name(), "name"),
        unlessGiven(keypair.type(), "type"));
  }

  @Override
  public void owners(Keypair row, Owners owners) {
    owners.user(row.userId());
  }

  @Override
  public boolean duplicatesAreAccidents() {
    return false;
  }
}
