package org.cloudtransfer.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.database.Query;

/** Tags of security groups (the table is there from Mitaka on), which the archive does not hold. */
final class GroupTags {
  private GroupTags() {}

  static Stream<Look> in(Schema schema, OwnerFilter owners) {
    if (!schema.has("tags", "standard_attr_id")
        || !schema.has("securitygroups", "standard_attr_id")) {
      return Stream.empty();
    }
    Condition project =
        owners.projectIn(schema, "g." + NeutronTables.owner(schema, "securitygroups"));
    String sql =
        """
        SELECT g.id, g.name, t.tag
        FROM tags t
        JOIN securitygroups g ON g.standard_attr_id = t.standard_attr_id
        WHERE %s
        ORDER BY %s, %s
        """
            .formatted(
                project.sql(), schema.dialect().bytes("g.id"), schema.dialect().bytes("t.tag"));
    return Stream.of(new Look(new Query(sql, project.parameters()), GroupTags::read));
  }

  private static Optional<Remark> read(ResultSet row) throws SQLException {
    return Optional.of(
        new Remark(
            "they have tags, which are not carried: set them in the new cloud"
                + " (openstack security group set --tag TAG GROUP)",
            row.getString("name")
                + " ("
                + row.getString("id")
                + ") has the tag "
                + row.getString("tag"),
            ""));
  }
}
