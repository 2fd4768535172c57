package org.cloudtransfer.source;

import static org.cloudtransfer.source.Reading.unlessGiven;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Fields;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.Table;

/**
 * Limits of projects in Neutron. Before Wallaby nothing keeps two rows for the same limit apart;
 * Neutron reads them in the order in which they lie in the table and keeps the last ({@code
 * neutron/db/quota/driver.py}, Newton).
 */
final class NeutronQuotaSource implements RowSource<NeutronQuota> {

  @Override
  public Table<NeutronQuota> table() {
    return NeutronQuota.TABLE;
  }

  @Override
  public List<ServiceDatabase> databases() {
    return List.of(ServiceDatabase.NEUTRON);
  }

  @Override
  public List<String> origins() {
    return List.of("quotas");
  }

  @Override
  public Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    String owner = NeutronTables.owner(schema, "quotas");
    schema.require("quotas", owner, "resource", "limit");
    Dialect dialect = schema.dialect();
    Condition project = owners.projectIn(schema, owner);
    String sql =
        """
        SELECT %s AS project_id, resource, %s
        FROM quotas
        WHERE %s
        ORDER BY %s, %s, %s
        """
            .formatted(
                owner,
                dialect.quoted("limit"),
                project.sql(),
                dialect.bytes("coalesce(" + owner + ", '')"),
                dialect.bytes("coalesce(resource, '')"),
                dialect.readingOrder("id"));
    return Optional.of(new Query(sql, project.parameters()));
  }

  @Override
  public Reading<NeutronQuota> read(Fields row) throws SQLException {
    NeutronQuota quota =
        new NeutronQuota(row.text("project_id"), row.text("resource"), row.integer("limit"));
    return Reading.of(
        quota,
        unlessGiven(quota.projectId(), "project_id"),
        unlessGiven(quota.resource(), "resource"));
  }

  @Override
  public void owners(NeutronQuota row, Owners owners) {
    owners.project(row.projectId());
  }

  @Override
  public boolean duplicatesAreAccidents() {
    return true;
  }
}
