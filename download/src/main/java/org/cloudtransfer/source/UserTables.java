package org.cloudtransfer.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.User.Origin;

/**
 * The tables in which Keystone keeps users, the one that knows best first.
 *
 * <p>Until Liberty {@code user} has name and domain itself. Mitaka moves them to {@code local_user}
 * and adds {@code federated_user}; Newton adds {@code nonlocal_user} for those of other drivers.
 * {@code id_mapping} says which local ID of LDAP is behind a public one; from Stein on it holds
 * federated users as well, so that table is asked first.
 */
final class UserTables {
  private final Schema schema;
  private final Dialect dialect;

  UserTables(Schema schema) {
    this.schema = schema;
    this.dialect = schema.dialect();
  }

  /** A user's row; what the table does not know is null. */
  record Found(String id, String name, String domain, Boolean enabled) {}

  /** A query for IDs, or for IDs and names. */
  record Lookup(Origin origin, String sql) {
    Query query(Collection<String> values) {
      int parameters = (int) sql.chars().filter(c -> c == '?').count();
      return new Query(sql, Collections.nCopies(parameters, List.copyOf(values)));
    }
  }

  static Found read(ResultSet row) throws SQLException {
    return new Found(
        row.getString("id"),
        row.getString("name"),
        row.getString("domain_id"),
        row.getObject("enabled", Boolean.class));
  }

  List<Lookup> byId() {
    return lookups(dialect.oneOf("%1$s"));
  }

  List<Lookup> byName() {
    return lookups(dialect.oneOf("%2$s") + " OR " + dialect.oneOf("%1$s"));
  }

  /**
   * Asks every table.
   *
   * @param condition with 1$ for the ID and 2$ for the name
   */
  private List<Lookup> lookups(String condition) {
    List<Lookup> lookups = new ArrayList<>();
    if (schema.has("user", "name")) {
      lookups.add(inUser(condition));
    }
    if (schema.has("local_user")) {
      lookups.add(
          beside(Origin.SQL, "local_user", "t.user_id", "t.name", "t.domain_id", condition));
    }
    if (schema.has("federated_user")) {
      lookups.add(federated(condition));
    }
    if (schema.has("id_mapping")) {
      lookups.add(mapped(condition));
    }
    if (schema.has("nonlocal_user")) {
      lookups.add(
          beside(Origin.LDAP, "nonlocal_user", "t.user_id", "t.name", "t.domain_id", condition));
    }
    return lookups;
  }

  private Lookup inUser(String condition) {
    return new Lookup(
        Origin.SQL,
        """
        SELECT t.id, t.name, t.domain_id, t.enabled
        FROM %s t
        WHERE %s
        """
            .formatted(dialect.quoted("user"), condition.formatted("t.id", "t.name")));
  }

  private Lookup federated(String condition) {
    String domain = schema.has("user", "domain_id") ? "u.domain_id" : "NULL";
    return beside(
        Origin.FEDERATED, "federated_user", "t.user_id", "t.display_name", domain, condition);
  }

  private Lookup mapped(String condition) {
    return beside(
        Origin.LDAP,
        "(SELECT * FROM id_mapping WHERE entity_type = 'user')",
        "t.public_id",
        "t.local_id",
        "t.domain_id",
        condition);
  }

  /** Of a table that leaves to {@code user} whether its users are enabled. */
  private Lookup beside(
      Origin origin, String table, String id, String name, String domain, String condition) {
    return new Lookup(
        origin,
        """
        SELECT %1$s AS id, %2$s AS name, %3$s AS domain_id, u.enabled
        FROM %4$s t
        LEFT JOIN %5$s u ON u.id = %1$s
        WHERE %6$s
        """
            .formatted(
                id, name, domain, table, dialect.quoted("user"), condition.formatted(id, name)));
  }
}
