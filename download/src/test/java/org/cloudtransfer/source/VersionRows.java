package org.cloudtransfer.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;

/** What a database's version tables hold, by release. */
final class VersionRows {
  private static final int CONTRACT = 3;
  private static final int EXPAND = 4;
  private static final int KEYSTONE = 6;
  private static final int KEYSTONE_EXPAND = 7;
  private static final int KEYSTONE_CONTRACT = 8;

  private VersionRows() {}

  /** All releases that are documented, oldest first. */
  static List<Release> releases() {
    return rows().map(row -> Release.of(row[0]).orElseThrow()).toList();
  }

  /** The heads of {@code alembic_version}. */
  static List<String> alembic(ServiceDatabase database, Moment moment) {
    return versions(database, moment)
        .map(version -> version.replaceAll(" .*", ""))
        .filter(version -> !version.matches("-|[0-9]{1,3}"))
        .toList();
  }

  /** The numbers of {@code migrate_version}, by repository; those left behind included. */
  static Map<String, Integer> migrate(ServiceDatabase database, Moment moment) {
    Map<String, Integer> numbers = new TreeMap<>();
    String[] row = row(moment.release());
    if (database == ServiceDatabase.KEYSTONE) {
      put(numbers, "keystone", row[KEYSTONE]);
      if (moment.isIn("newton..xena")) {
        put(numbers, "keystone_expand", row[KEYSTONE_EXPAND]);
        put(numbers, "keystone_data_migrate", row[KEYSTONE_EXPAND]);
        put(numbers, "keystone_contract", row[KEYSTONE_CONTRACT]);
      }
    } else if (database != ServiceDatabase.NEUTRON) {
      put(numbers, database.text(), row[column(database)].replaceAll(".*\\((.*)\\)", "$1"));
    }
    return numbers;
  }

  private static void put(Map<String, Integer> numbers, String repository, String version) {
    if (version.matches("[0-9]{1,3}")) {
      numbers.put(repository, Integer.valueOf(version));
    }
  }

  private static Stream<String> versions(ServiceDatabase database, Moment moment) {
    String[] row = row(moment.release());
    return switch (database) {
      case NEUTRON -> Stream.of(contract(moment), row[EXPAND]);
      case KEYSTONE -> Stream.of(row[KEYSTONE], row[KEYSTONE_EXPAND], row[KEYSTONE_CONTRACT]);
      default -> Stream.of(row[column(database)]);
    };
  }

  /** While the contract step has not been run, the head is that of the release before. */
  private static String contract(Moment moment) {
    Release[] all = Release.values();
    Release release = moment.release();
    boolean open = moment.step() == Moment.Step.EXPANDED;
    return row(open ? all[release.ordinal() - 1] : release)[CONTRACT];
  }

  private static int column(ServiceDatabase database) {
    return switch (database) {
      case NOVA -> 1;
      case NOVA_API -> 2;
      case CINDER -> 5;
      default -> throw new IllegalArgumentException(database.text());
    };
  }

  private static String[] row(Release release) {
    return rows().filter(row -> row[0].equals(release.text())).findFirst().orElseThrow();
  }

  private static Stream<String[]> rows() {
    return Fixtures.lines("versions.txt").stream().map(line -> line.split(" *\\| *"));
  }

  static String sql(ServiceDatabase database, Moment moment) {
    List<String> heads = alembic(database, moment);
    Map<String, Integer> numbers = migrate(database, moment);
    StringBuilder sql = new StringBuilder();
    if (!heads.isEmpty()) {
      sql.append("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);\n");
      heads.forEach(h -> sql.append("INSERT INTO alembic_version VALUES ('" + h + "');\n"));
    }
    if (!numbers.isEmpty()) {
      sql.append("CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY,");
      sql.append(" repository_path text, version integer);\n");
      numbers.forEach(
          (id, n) ->
              sql.append("INSERT INTO migrate_version VALUES ('" + id + "', '', " + n + ");\n"));
    }
    return sql.toString();
  }
}
