package org.cloudtransfer.source;

import static org.cloudtransfer.source.Reading.unlessGiven;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Fields;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Table;

/**
 * Limits of projects in Cinder. No release keeps two rows for the same limit apart; as in Neutron
 * the last one read is the one that counts.
 */
final class CinderQuotaSource implements RowSource<CinderQuota> {
  /** What Cinder's migrations put there. */
  private static final DefaultLimits DEFAULTS =
      new DefaultLimits(
          "Cinder",
          Map.of(
              "volumes", 10,
              "snapshots", 10,
              "gigabytes", 1000,
              "per_volume_gigabytes", -1,
              "consistencygroups", 10,
              "groups", 10,
              "backups", 10,
              "backup_gigabytes", 1000));

  @Override
  public Table<CinderQuota> table() {
    return CinderQuota.TABLE;
  }

  @Override
  public List<ServiceDatabase> databases() {
    return List.of(ServiceDatabase.CINDER);
  }

  @Override
  public List<String> origins() {
    return List.of("quotas");
  }

  @Override
  public Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    schema.require("quotas", "project_id", "resource", "hard_limit", "deleted");
    Dialect dialect = schema.dialect();
    Condition project = owners.projectIn(schema, "project_id");
    String sql =
        """
        SELECT project_id, resource, hard_limit
        FROM quotas
        WHERE deleted = FALSE AND %s
        ORDER BY %s, %s, %s
        """
            .formatted(
                project.sql(),
                dialect.bytes("coalesce(project_id, '')"),
                dialect.bytes("resource"),
                dialect.readingOrder("id"));
    return Optional.of(new Query(sql, project.parameters()));
  }

  @Override
  public Stream<Look> looks(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    return DEFAULTS.in(schema, "deleted = FALSE");
  }

  @Override
  public Reading<CinderQuota> read(Fields row) throws SQLException {
    CinderQuota quota =
        new CinderQuota(row.text("project_id"), row.text("resource"), row.integer("hard_limit"));
    return Reading.of(
        quota,
        unlessGiven(quota.projectId(), "project_id"),
        unlessGiven(quota.resource(), "resource"));
  }

  @Override
  public void owners(CinderQuota row, Owners owners) {
    owners.project(row.projectId());
  }

  @Override
  public boolean duplicatesAreAccidents() {
    return true;
  }
}
