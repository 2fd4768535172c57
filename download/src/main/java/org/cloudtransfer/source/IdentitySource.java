package org.cloudtransfer.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.resource.User.Origin;

/** Who is behind an ID, and which ID is behind a name, as the old cloud's Keystone knows it. */
public final class IdentitySource {
  private final SourceDatabase keystone;
  private final UserTables tables;
  private final String defaultDomain;
  private final Map<String, String> domains;

  IdentitySource(SourceDatabase keystone, String defaultDomain) {
    keystone.require("user", "id", "enabled");
    keystone.require("project", "id", "name", "domain_id", "enabled");
    this.keystone = keystone;
    this.tables = new UserTables(keystone);
    this.defaultDomain = defaultDomain;
    this.domains = domains();
  }

  Schema schema() {
    return keystone;
  }

  /**
   * The users with these IDs, in the order of the IDs. One query per table, so give not too many.
   */
  public List<User> users(Collection<String> ids) {
    Map<String, User> known = new HashMap<>();
    for (UserTables.Lookup lookup : tables.byId()) {
      keystone
          .list(lookup.query(ids), UserTables::read)
          .forEach(found -> known.putIfAbsent(found.id(), named(found, lookup.origin())));
    }
    return ids.stream().map(id -> known.computeIfAbsent(id, this::withoutRow)).toList();
  }

  private User named(UserTables.Found found, Origin origin) {
    return new User(found.id(), found.name(), domains.get(found.domain()), found.enabled(), origin);
  }

  /**
   * What is behind an ID that no table has. The hybrid backend of SUSE's Keystone hands out LDAP
   * logins as IDs and stores nothing. Generated IDs are hexadecimal: 32 digits were an SQL user, 64
   * a mapped one, and the user is gone.
   */
  private User withoutRow(String id) {
    boolean generated = id.matches("[0-9a-f]{32}|[0-9a-f]{64}");
    return generated
        ? new User(id, null, null, null, Origin.UNKNOWN)
        : new User(id, id, domains.get(defaultDomain), null, Origin.LDAP);
  }

  /** The projects with these IDs, in the order of the IDs. */
  public List<Project> projects(Collection<String> ids) {
    Query query = new Query(projectSelect(keystone), List.of(List.copyOf(ids)));
    Map<String, Project> known = new HashMap<>();
    keystone
        .list(
            query,
            row ->
                new Project(
                    row.getString(1),
                    row.getString(2),
                    domains.get(row.getString(3)),
                    row.getObject(4, Boolean.class)))
        .forEach(project -> known.put(project.id(), project));
    return ids.stream()
        .map(id -> known.getOrDefault(id, new Project(id, null, null, null)))
        .toList();
  }

  /** The IDs of the users that have this ID or name. */
  public Set<String> userIds(String idOrName) {
    Set<String> ids = new LinkedHashSet<>();
    for (UserTables.Lookup lookup : tables.byName()) {
      keystone
          .list(lookup.query(List.of(idOrName)), UserTables::read)
          .forEach(f -> ids.add(f.id()));
    }
    return ids;
  }

  /** The IDs of the projects that have this ID or name; domains are none. */
  public Set<String> projectIds(String idOrName) {
    String noDomain = keystone.has("project", "is_domain") ? "AND NOT is_domain" : "";
    Dialect dialect = keystone.dialect();
    String sql =
        "SELECT id FROM project WHERE (%s OR %s) %s ORDER BY %s"
            .formatted(dialect.oneOf("id"), dialect.oneOf("name"), noDomain, dialect.bytes("id"));
    List<String> asked = List.of(idOrName);
    return new LinkedHashSet<>(
        keystone.list(new Query(sql, List.of(asked, asked)), row -> row.getString(1)));
  }

  private static String projectSelect(Schema schema) {
    return "SELECT id, name, domain_id, enabled FROM project WHERE "
        + schema.dialect().oneOf("id")
        + "\n";
  }

  private Map<String, String> domains() {
    Map<String, String> names = new HashMap<>();
    for (String sql : domainSelects(keystone)) {
      keystone
          .list(Query.of(sql), row -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(domain -> names.put(domain.getKey(), domain.getValue()));
    }
    return names;
  }

  /** Until Mitaka domains have a table, from then on they are projects of a kind. */
  private static List<String> domainSelects(Schema schema) {
    List<String> selects = new ArrayList<>();
    if (schema.has("project", "is_domain")) {
      selects.add("SELECT id, name FROM project WHERE is_domain\n");
    }
    if (schema.has("domain")) {
      selects.add("SELECT id, name FROM domain\n");
    }
    return selects;
  }

  /** The SELECTs that look up IDs, in the order in which they are run. */
  public static List<String> selects(Schema schema) {
    List<String> selects = new ArrayList<>(domainSelects(schema));
    new UserTables(schema).byId().forEach(lookup -> selects.add(lookup.sql()));
    selects.add(projectSelect(schema));
    return selects;
  }
}
