package org.cloudtransfer.source;

import static org.cloudtransfer.source.Reading.unlessGiven;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Fields;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.Table;

/**
 * Limits of projects, and of users in projects, in Nova. From Pike on they move, online and in
 * batches, to the API database, whose copy is the newer one. Ocata has the tables there already,
 * and leaves them empty.
 */
final class NovaQuotaSource implements RowSource<NovaQuota> {
  private static final String PROJECTS = "quotas";
  private static final String USERS = "project_user_quotas";
  private static final DefaultLimits DEFAULTS = new DefaultLimits("Nova", Map.of());

  @Override
  public Table<NovaQuota> table() {
    return NovaQuota.TABLE;
  }

  @Override
  public List<ServiceDatabase> databases() {
    return List.of(ServiceDatabase.NOVA, ServiceDatabase.NOVA_API);
  }

  @Override
  public List<String> origins() {
    return List.of("quotas", "project_user_quotas");
  }

  @Override
  public Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    if (database == ServiceDatabase.NOVA_API && !schema.has(PROJECTS)) {
      return Optional.empty();
    }
    Dialect dialect = schema.dialect();
    Condition project = owners.projectIn(schema, "project_id");
    Condition user = owners.userIn(schema, "user_id");
    List<List<String>> parameters = new ArrayList<>(project.parameters());
    parameters.addAll(project.parameters());
    parameters.addAll(user.parameters());
    String sql =
        """
        SELECT project_id, user_id, row_is_of_user, resource, hard_limit
        FROM (
          SELECT project_id, NULL AS user_id, FALSE AS row_is_of_user, resource, hard_limit
          FROM quotas
          WHERE %s AND %s AND %s
          UNION ALL
          SELECT project_id, user_id, TRUE AS row_is_of_user, resource, hard_limit
          FROM project_user_quotas
          WHERE %s AND %s AND %s
        ) AS limits
        ORDER BY %s, %s, %s
        """
            .formatted(
                liveRows(schema, PROJECTS),
                owners.onlyUsers() ? "FALSE" : "TRUE",
                project.sql(),
                liveRows(schema, USERS, "user_id"),
                project.sql(),
                user.sql(),
                dialect.bytes("coalesce(project_id, '')"),
                dialect.bytes("coalesce(user_id, '')"),
                dialect.bytes("resource"));
    return Optional.of(new Query(sql, parameters));
  }

  @Override
  public Stream<Look> looks(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    return owners.onlyUsers()
        ? Stream.empty()
        : DEFAULTS.in(schema, NovaTables.live(schema, "quota_classes"));
  }

  private static String liveRows(Schema schema, String table, String... moreColumns) {
    schema.require(table, "project_id", "resource", "hard_limit");
    schema.require(table, moreColumns);
    return NovaTables.live(schema, table);
  }

  @Override
  public Reading<NovaQuota> read(Fields row) throws SQLException {
    NovaQuota quota =
        new NovaQuota(
            row.text("project_id"),
            row.text("user_id"),
            row.text("resource"),
            row.integer("hard_limit"));
    return Reading.of(
        quota,
        unlessGiven(quota.projectId(), "project_id"),
        Boolean.TRUE.equals(row.flag("row_is_of_user"))
            ? unlessGiven(quota.userId(), "user_id")
            : Optional.empty(),
        unlessGiven(quota.resource(), "resource"));
  }

  @Override
  public void owners(NovaQuota row, Owners owners) {
    owners.project(row.projectId());
    owners.user(row.userId());
  }

  @Override
  public boolean duplicatesAreAccidents() {
    return false;
  }
}
