package org.cloudtransfer.source;

import static org.cloudtransfer.source.Reading.unlessGiven;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Fields;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.Table;

/** Security groups, whether they have rules or not; the owner is the group's own. */
final class SecurityGroupSource implements RowSource<SecurityGroup> {

  @Override
  public Table<SecurityGroup> table() {
    return SecurityGroup.TABLE;
  }

  @Override
  public List<ServiceDatabase> databases() {
    return List.of(ServiceDatabase.NEUTRON);
  }

  @Override
  public List<String> origins() {
    return List.of("securitygroups");
  }

  @Override
  public Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    String owner = NeutronTables.owner(schema, "securitygroups");
    schema.require("securitygroups", "id", owner, "name");
    Dialect dialect = schema.dialect();
    Condition project = owners.projectIn(schema, "g." + owner);
    String sql =
        """
        SELECT g.id, g.%s AS project_id, g.name, %s AS description, %s AS stateful,
          %s AS is_default
        FROM securitygroups g
        WHERE %s
        ORDER BY %s
        """
            .formatted(
                owner,
                NeutronTables.description(schema, "securitygroups", "g"),
                schema.has("securitygroups", "stateful") ? "g.stateful" : dialect.noTruth(),
                isDefault(schema),
                project.sql(),
                dialect.bytes("g.id"));
    return Optional.of(new Query(sql, project.parameters()));
  }

  /** Before Kilo only its name told the default group of a project. */
  private static String isDefault(Schema schema) {
    return schema.has("default_security_group")
        ? "EXISTS (SELECT 1 FROM default_security_group d WHERE d.security_group_id = g.id)"
        : "coalesce(" + schema.dialect().bytes("g.name") + " = 'default', FALSE)";
  }

  @Override
  public Stream<Look> looks(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    return Stream.of(
            SharedGroups.in(schema, owners), GroupTags.in(schema, owners), DefaultRules.in(schema))
        .flatMap(looks -> looks);
  }

  @Override
  public Reading<SecurityGroup> read(Fields row) throws SQLException {
    SecurityGroup group =
        new SecurityGroup(
            row.text("id"),
            row.text("project_id"),
            row.text("name"),
            row.text("description"),
            row.flag("stateful"),
            Boolean.TRUE.equals(row.flag("is_default")));
    return Reading.of(group, unlessGiven(group.projectId(), "project_id"));
  }

  @Override
  public void owners(SecurityGroup row, Owners owners) {
    owners.project(row.projectId());
  }

  @Override
  public boolean duplicatesAreAccidents() {
    return true;
  }
}
