package org.cloudtransfer.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.database.Query;

/**
 * Security groups that other projects may use (from Stein on). The archive holds the groups, not
 * that they are shared.
 */
final class SharedGroups {
  private static final String TABLE = "securitygrouprbacs";

  private SharedGroups() {}

  static Stream<Look> in(Schema schema, OwnerFilter owners) {
    if (!schema.has(TABLE)) {
      return Stream.empty();
    }
    Condition project =
        owners.projectIn(schema, "g." + NeutronTables.owner(schema, "securitygroups"));
    String sql =
        """
        SELECT g.id, g.name, b.%s AS used_by, b.action
        FROM securitygrouprbacs b
        JOIN securitygroups g ON g.id = b.object_id
        WHERE %s
        ORDER BY %s, %s
        """
            .formatted(
                usedBy(schema),
                project.sql(),
                schema.dialect().bytes("g.id"),
                schema.dialect().bytes("b." + usedBy(schema)));
    return Stream.of(new Look(new Query(sql, project.parameters()), SharedGroups::read));
  }

  /** Renamed in Yoga. */
  private static String usedBy(Schema schema) {
    return schema.has(TABLE, "target_project") ? "target_project" : "target_tenant";
  }

  private static Optional<Remark> read(ResultSet row) throws SQLException {
    String group = row.getString("name") + " (" + row.getString("id") + ")";
    String project = row.getString("used_by");
    return Optional.of(
        new Remark(
            "they are shared with other projects, which is not carried: share them in the new cloud"
                + " (openstack network rbac create --type security_group --action"
                + " access_as_shared --target-project PROJECT GROUP)",
            group + " for " + ("*".equals(project) ? "all projects" : "project " + project),
            ""));
  }
}
