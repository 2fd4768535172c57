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
 * <p>Format 1 of the archive has no column for the address group that a rule of Wallaby or later
 * may admit. Such a rule becomes one for each address of its IP version in the group, which
 * together admit just what it admits; an address of the other version Neutron itself passes over.
 * If there is none, the rule admits nobody and is withheld: without a remote side it would admit
 * everybody.
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
  public Reading<SecurityGroupRule> read(ResultSet row) throws SQLException {
    SecurityGroupRule rule = rule(row);
    Optional<String> group = addressGroup(row);
    Stream<String> defects =
        Stream.of(
                unlessGiven(row.getString("group_project_id"), "project_id in its group"),
                unlessGiven(rule.direction(), "direction"),
                unlessGiven(rule.ethertype(), "ethertype"),
                group.stream().filter(g -> rule.remoteIpPrefix() == null).map(g -> empty(g, rule)))
            .flatMap(s -> s);
    return new Reading<>(
        rule, defects.findFirst(), group.map(SecurityGroupRuleSource::replacement));
  }

  private static Optional<String> addressGroup(ResultSet row) throws SQLException {
    String id = row.getString("address_group");
    String name = row.getString("address_group_name");
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

  @Override
  public void owners(SecurityGroupRule row, Owners owners) {
    owners.project(row.projectId());
  }

  @Override
  public boolean duplicatesAreAccidents() {
    return true;
  }
}
