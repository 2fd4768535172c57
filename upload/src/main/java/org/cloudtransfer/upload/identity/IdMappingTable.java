package org.cloudtransfer.upload.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.database.Cursor;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.database.ReadOnlyDatabase;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.Keystone.Domain;

/**
 * What the target's Keystone has written down in its table {@code id_mapping}, read from its
 * database. The same local ID may stand there for a user and for a group, and in several domains:
 * only users of the user domains count.
 */
final class IdMappingTable implements UserResolver {
  private static final String SELECT =
      "SELECT local_id, domain_id, public_id FROM id_mapping"
          + " WHERE entity_type = 'user' ORDER BY local_id, domain_id";

  private final Keystone keystone;
  private final UserDomains domains;
  private final Map<String, Map<String, String>> publicIds = new HashMap<>();

  private IdMappingTable(Keystone keystone, UserDomains domains) {
    this.keystone = keystone;
    this.domains = domains;
  }

  private record Mapped(String localId, String domainId, String publicId) {}

  /** Reads the rows of the given users; the database is closed again on return. */
  static IdMappingTable read(
      Located where, Iterable<User> users, Keystone keystone, UserDomains domains) {
    Set<String> logins = new HashSet<>();
    users.forEach(user -> logins.add(Login.of(user)));
    IdMappingTable table = new IdMappingTable(keystone, domains);
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(where);
        Cursor<Mapped> rows =
            database.query(
                Query.of(SELECT),
                row -> new Mapped(row.getString(1), row.getString(2), row.getString(3)))) {
      while (rows.hasNext()) {
        Mapped row = rows.next();
        if (logins.contains(row.localId())) {
          table
              .publicIds
              .computeIfAbsent(row.localId(), id -> new HashMap<>())
              .put(row.domainId(), row.publicId());
        }
      }
    }
    return table;
  }

  @Override
  public Optional<Placement> resolve(User user) {
    Map<String, String> byDomain = publicIds.getOrDefault(Login.of(user), Map.of());
    List<Placement.Found> found = new ArrayList<>();
    for (Domain domain : domains.of(user)) {
      String id = byDomain.get(domain.id());
      if (id != null && keystone.hasUser(id)) {
        found.add(new Placement.Found(id, "id_mapping of domain " + domain.name()));
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return domains.ranked() || found.size() == 1
        ? Optional.of(found.get(0))
        : Optional.of(
            new Placement.Ambiguous(
                found.stream().map(f -> f.targetId() + " (" + f.how() + ")").toList()));
  }
}
