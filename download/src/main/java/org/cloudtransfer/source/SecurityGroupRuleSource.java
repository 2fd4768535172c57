package org.cloudtransfer.source;

import static org.cloudtransfer.source.Reading.unlessGiven;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Fields;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;

/**
 * Rules of security groups. A rule goes with its group, whichever project it says it belongs to: an
 * administrator may have added it to somebody else's group.
 *
 * <p>Format 1 of the archive has no column for the address group that a rule of Wallaby or later
 * may admit. Such a rule becomes one for each address of its IP version in the group, which
 * together admit just what it admits: Neutron itself does that for its agents, and passes over
 * addresses of the other version ({@code _convert_remote_id_to_ip_prefix} in {@code
 * neutron/db/securitygroups_rpc_base.py}). If there is none, the rule admits nobody and is
 * withheld: without a remote side it would admit everybody.
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
  public List<String> origins() {
    return List.of(TABLE);
  }

  @Override
  public Optional<Query> select(ServiceDatabase database, Schema schema, OwnerFilter owners) {
    String groupOwner = "g." + NeutronTables.owner(schema, "securitygroups");
    String owner = NeutronTables.owner(schema, TABLE);
    schema.require(TABLE, "id", "security_group_id", owner, "direction", "ethertype", "protocol");
    schema.require(TABLE, "port_range_min", "port_range_max", "remote_ip_prefix");
    schema.require(TABLE, "remote_group_id");
    Condition project = owners.projectIn(schema, groupOwner);
    Addresses addresses = Addresses.of(schema);
    String sql =
        """
        SELECT %s AS id, r.security_group_id, r.%s AS project_id, r.direction, r.ethertype,
          r.protocol, r.port_range_min, r.port_range_max, %s AS remote_ip_prefix,
          r.remote_group_id, %s AS description, %s AS address_group, %s AS address_group_name,
          %s AS group_project_id
        FROM securitygrouprules r
        JOIN securitygroups g ON g.id = r.security_group_id
        %sWHERE %s
        ORDER BY %s
        """
            .formatted(
                addresses.ruleId(),
                owner,
                addresses.prefix(),
                NeutronTables.description(schema, TABLE, "r"),
                addresses.group(),
                addresses.groupName(),
                groupOwner,
                addresses.join(),
                project.sql(),
                schema.dialect().bytes(addresses.ruleId()));
    return Optional.of(new Query(sql, project.parameters()));
  }

  @Override
  public Reading<SecurityGroupRule> read(Fields row) throws SQLException {
    SecurityGroupRule rule = rule(row);
    Optional<String> group = addressGroup(row);
    return Reading.changed(
        rule,
        group.map(SecurityGroupRuleSource::replacement),
        unlessGiven(row.text("group_project_id"), "project_id in its group"),
        unlessGiven(rule.direction(), "direction"),
        unlessGiven(rule.ethertype(), "ethertype"),
        group.filter(g -> rule.remoteIpPrefix() == null).map(g -> empty(g, rule)));
  }

  private static Optional<String> addressGroup(Fields row) throws SQLException {
    String id = row.text("address_group");
    String name = row.text("address_group_name");
    return Optional.ofNullable(id).map(known -> name == null ? id : name + " (" + id + ")");
  }

  private static String empty(String group, SecurityGroupRule rule) {
    return "it admits the address group "
        + group
        + ", in which there is no "
        + rule.ethertype()
        + " address, and so admits nobody; make the address group in the new cloud, and the rule with"
        + " it, if there are to be some";
  }

  private static String replacement(String group) {
    return "they stand for rules that admit the address group "
        + group
        + ", one for each of its addresses; what is added to that group later will not be admitted";
  }

  private static SecurityGroupRule rule(Fields row) throws SQLException {
    return new SecurityGroupRule(
        row.text("id"),
        row.text("security_group_id"),
        row.text("project_id"),
        row.text("direction"),
        row.text("ethertype"),
        row.text("protocol"),
        row.integer("port_range_min"),
        row.integer("port_range_max"),
        row.text("remote_ip_prefix"),
        row.text("remote_group_id"),
        row.text("description"));
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
