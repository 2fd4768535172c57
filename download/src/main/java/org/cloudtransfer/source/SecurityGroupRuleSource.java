package org.cloudtransfer.source;

import static org.cloudtransfer.source.Reading.unlessGiven;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;

/**
 * Rules of security groups. A rule goes with its group, whichever project it says it belongs to: an
 * administrator may have added it to somebody else's group.
 *
 * <p>A rule that refers to an address group (Wallaby and later) is withheld: format 1 of the
 * archive has no column for that, and without it the rule would admit everybody.
 */
final class SecurityGroupRuleSource implements RowSource<SecurityGroupRule> {
  private static final String TABLE = "securitygrouprules";

  @Override
  public Table<SecurityGroupRule> table() {
    return SecurityGroupRule.TABLE;
  }

  @Override
  public List<ServiceDatabase> databases() {
    return List.of(ServiceDatabase.NEUTRON);
  }

  @Override
  public Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    String groupOwner = "g." + NeutronTables.owner(schema, "securitygroups");
    String owner = NeutronTables.owner(schema, TABLE);
    schema.require(TABLE, "id", "security_group_id", owner, "direction", "ethertype", "protocol");
    schema.require(TABLE, "port_range_min", "port_range_max", "remote_ip_prefix");
    schema.require(TABLE, "remote_group_id");
    Condition project = owners.projectIn(schema, groupOwner);
    String sql =
        """
        SELECT r.id, r.security_group_id, r.%s AS project_id, r.direction, r.ethertype,
          r.protocol, r.port_range_min, r.port_range_max, r.remote_ip_prefix, r.remote_group_id,
          %s AS description, %s AS remote_address_group_id, %s AS group_project_id
        FROM securitygrouprules r
        JOIN securitygroups g ON g.id = r.security_group_id
        WHERE %s
        ORDER BY %s
        """
            .formatted(
                owner,
                NeutronTables.description(schema, TABLE, "r"),
                schema.has(TABLE, "remote_address_group_id") ? "r.remote_address_group_id" : "NULL",
                groupOwner,
                project.sql(),
                schema.dialect().bytes("r.id"));
    return Optional.of(new Query(sql, project.parameters()));
  }

  @Override
  public Reading<SecurityGroupRule> read(ResultSet row) throws SQLException {
    SecurityGroupRule rule = rule(row);
    return Reading.of(
        rule,
        Stream.of(
                unlessGiven(row.getString("group_project_id"), "project_id in its group"),
                unlessGiven(rule.direction(), "direction"),
                unlessGiven(rule.ethertype(), "ethertype"),
                addressGroup(row.getString("remote_address_group_id")))
            .flatMap(s -> s));
  }

  private static SecurityGroupRule rule(ResultSet row) throws SQLException {
    return new SecurityGroupRule(
        row.getString("id"),
        row.getString("security_group_id"),
        row.getString("project_id"),
        row.getString("direction"),
        row.getString("ethertype"),
        row.getString("protocol"),
        row.getObject("port_range_min", Integer.class),
        row.getObject("port_range_max", Integer.class),
        row.getString("remote_ip_prefix"),
        row.getString("remote_group_id"),
        row.getString("description"));
  }

  private static Stream<String> addressGroup(String id) {
    return id == null
        ? Stream.empty()
        : Stream.of(
            "it admits the address group "
                + id
                + ", which this archive format cannot carry; without it the rule would admit all");
  }

  @Override
  public void owners(SecurityGroupRule row, Owners owners) {
    owners.project(row.projectId());
  }

  @Override
  public boolean duplicatesAreAccidents() {
    return true;
  }
}
