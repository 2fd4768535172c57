package org.cloudtransfer.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cloudtransfer.database.Query;

/**
 * The templates of the rules that Neutron gives a new group (from 2023.2 on), if they are not the
 * four that it always gave: whoever relies on them will miss them in the new cloud.
 */
final class DefaultRules {
  private static final String TABLE = "securitygroupdefaultrules";

  private DefaultRules() {}

  static Stream<Look> in(Schema schema) {
    if (!schema.has(TABLE)) {
      return Stream.empty();
    }
    String sql =
        """
        SELECT id, direction, ethertype, protocol, port_range_min, port_range_max,
          remote_ip_prefix, remote_group_id, remote_address_group_id, used_in_default_sg,
          used_in_non_default_sg
        FROM securitygroupdefaultrules
        ORDER BY %s
        """
            .formatted(schema.dialect().bytes("id"));
    return Stream.of(new Look(Query.of(sql), DefaultRules::read));
  }

  private static Optional<Remark> read(ResultSet row) throws SQLException {
    String rule =
        Stream.of(
                row.getString("direction"),
                row.getString("ethertype"),
                labelled("", row.getString("protocol")),
                labelled("from port ", row.getString("port_range_min")),
                labelled("to port ", row.getString("port_range_max")),
                labelled("with ", row.getString("remote_ip_prefix")),
                labelled("with group ", row.getString("remote_group_id")),
                labelled("with address group ", row.getString("remote_address_group_id")),
                row.getBoolean("used_in_default_sg") ? "in default groups" : "",
                row.getBoolean("used_in_non_default_sg") ? "in other groups" : "")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    return isUsual(rule)
        ? Optional.empty()
        : Optional.of(
            new Remark(
                "rules that the old cloud gives every new group are not those that Neutron gives by"
                    + " itself, and are not carried: make them in the new cloud (openstack default"
                    + " security group rule create) if new groups are to have them there",
                rule,
                ""));
  }

  private static String labelled(String label, String value) {
    return value == null ? "" : label + value;
  }

  private static boolean isUsual(String rule) {
    return rule.matches("egress IPv[46] in default groups in other groups")
        || rule.matches("ingress IPv[46] with group PARENT in default groups");
  }
}
