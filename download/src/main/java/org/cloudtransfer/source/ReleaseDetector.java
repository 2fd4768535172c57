package org.cloudtransfer.source;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;

/**
 * Tells the release from the version tables of a database. A number in between belongs to the
 * release that is being upgraded to. If {@code alembic_version} has a row, it decides: databases
 * upgraded through Xena keep a stale {@code migrate_version} until 2023.2.
 */
final class ReleaseDetector {
  private ReleaseDetector() {}

  /**
   * The release; nothing if the versions are unknown.
   *
   * @param alembic the rows of {@code alembic_version}
   * @param migrate the rows of {@code migrate_version}, by repository
   */
  static Optional<Release> detect(
      ServiceDatabase database, List<String> alembic, Map<String, Integer> migrate) {
    if (!alembic.isEmpty()) {
      Map<String, Release> heads = VersionTables.heads(database);
      return alembic.stream()
          .flatMap(head -> Stream.ofNullable(heads.get(head)))
          .max(Comparator.naturalOrder());
    }
    Integer expand = migrate.get("keystone_expand");
    return expand == null
        ? ceiling(VersionTables.numbers(database), migrate.get(database.text()))
        : ceiling(VersionTables.keystoneExpand(), expand);
  }

  private static Optional<Release> ceiling(NavigableMap<Integer, Release> numbers, Integer found) {
    return found == null
        ? Optional.empty()
        : Optional.ofNullable(numbers.ceilingEntry(found)).map(Map.Entry::getValue);
  }

  /**
   * The releases that this database's versions cannot tell from each other.
   *
   * @param first the one that {@link #detect} names, which is the oldest of them
   * @return e.g. {@code liberty}, or {@code 2024.1 to 2024.2}
   */
  static String range(ServiceDatabase database, Release first) {
    TreeSet<Release> told = new TreeSet<>(VersionTables.heads(database).values());
    told.addAll(VersionTables.numbers(database).values());
    if (database == ServiceDatabase.KEYSTONE) {
      told.addAll(VersionTables.keystoneExpand().values());
    }
    Release next = told.higher(first);
    Release[] all = Release.values();
    Release last = all[next == null ? all.length - 1 : next.ordinal() - 1];
    return last.compareTo(first) <= 0 ? first.text() : first.text() + " to " + last.text();
  }
}
