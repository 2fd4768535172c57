package org.cloudtransfer.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.stream.IntStream;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.DatabaseUrl;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryServer
class ReadOnlyDatabaseTest {
  @Parameter private DatabaseServer server;

  @BeforeParameterizedClassInvocation
  static void cloud(DatabaseServer server) {
    server.ensureLiberty();
  }

  private ReadOnlyDatabase open() {
    return open(ServiceDatabase.NOVA);
  }

  private ReadOnlyDatabase open(ServiceDatabase database) {
    DatabaseUrl url = DatabaseUrl.parse(server.url(database.text()), "a test");
    return ReadOnlyDatabase.open(new Located(database, url, "a test", false));
  }

  /** 5000 rows. */
  private String numbers(String expression) {
    String values =
        IntStream.rangeClosed(1, 5000).mapToObj(n -> "(" + n + ")").collect(joining(", "));
    server.sql("nova", "DROP TABLE IF EXISTS numbers; CREATE TABLE numbers (n integer)");
    server.sql("nova", "INSERT INTO numbers VALUES " + values);
    server.letServiceRead("nova");
    return "SELECT " + expression + " FROM numbers ORDER BY n";
  }

  private static List<String> values(ReadOnlyDatabase database, String sql) {
    List<String> values = new java.util.ArrayList<>();
    try (Cursor<String> rows = database.query(Query.of(sql), row -> row.getString(1))) {
      rows.forEachRemaining(values::add);
    }
    return values;
  }

  // D28
  @Test
  void theServerRefusesAWrite() {
    try (ReadOnlyDatabase database = open()) {
      assertThatThrownBy(() -> values(database, "UPDATE key_pairs SET name = 'x'"))
          .isInstanceOf(StopException.class)
          .hasMessageMatching("(?is).*read.only transaction.*");
    }
    try (ReadOnlyDatabase database = open()) {
      assertThat(values(database, "SELECT name FROM key_pairs WHERE name = 'x'")).isEmpty();
    }
  }

  // D28
  @Test
  void oneStateIsReadWhateverOthersWrite() {
    try (ReadOnlyDatabase database = open()) {
      List<String> before = values(database, "SELECT count(*) FROM quotas");
      server.sql("nova", "INSERT INTO quotas (project_id, resource, deleted) VALUES ('p', 'r', 0)");

      assertThat(values(database, "SELECT count(*) FROM quotas")).isEqualTo(before);
    }
  }

  @Test
  void theServersStatisticsTellAboutHowManyRowsThereAre() {
    numbers("n");
    server.sql("nova", server.analyze("numbers"));
    try (ReadOnlyDatabase database = open()) {
      assertThat(database.about("numbers")).isBetween(4000L, 6000L);
      assertThat(database.about("nothing_of_that_name")).isZero();
    }
  }

  @Test
  void twoQueriesCanBeReadAtOnceInBatches() {
    String sql = numbers("n");
    try (ReadOnlyDatabase database = open();
        Cursor<String> first = database.query(Query.of(sql), row -> row.getString(1));
        Cursor<String> second = database.query(Query.of(sql), row -> row.getString(1))) {
      for (int i = 1; i <= 5000; i++) {
        assertThat(first.next()).isEqualTo(second.next()).isEqualTo(String.valueOf(i));
      }
      assertThat(first.hasNext()).isFalse();
    }
  }

  @Test
  void aConnectionThatIsLostInTheMiddleIsUnreachable() {
    String sql = numbers("repeat('x', 10000)");
    try (ReadOnlyDatabase database = open();
        Cursor<String> rows = database.query(Query.of(sql), row -> row.getString(1))) {
      rows.next();
      server.disconnect();

      assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
          .asInstanceOf(type(StopException.class))
          .extracting(StopException::exitCode)
          .isEqualTo(ExitCode.UNREACHABLE);
    }
  }

  @Test
  void aMissingColumnIsNamed() {
    try (ReadOnlyDatabase database = open()) {
      assertThatThrownBy(() -> values(database, "SELECT nonsense FROM key_pairs"))
          .hasMessageContaining("nonsense")
          .asInstanceOf(type(StopException.class))
          .extracting(StopException::exitCode)
          .isEqualTo(ExitCode.BAD_INPUT);
    }
  }

  @Test
  void columnsOfWhatIsNotThereAreNone() {
    try (ReadOnlyDatabase database = open()) {
      assertThat(database.columns("key_pairs")).contains("user_id", "deleted").hasSize(10);
      assertThat(database.columns("no_such_table")).isEmpty();
      assertThat(database.engine()).startsWith(server.engine());
    }
  }

  @Test
  void anInterruptedThreadStopsReading() {
    try (ReadOnlyDatabase database = open()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> values(database, "SELECT 1"))
          .asInstanceOf(type(StopException.class))
          .extracting(StopException::exitCode)
          .isEqualTo(ExitCode.INTERRUPTED);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** As upload reads it. */
  @Test
  void theMappedUsersOfKeystoneAreReadByAQueryThatKnowsNoDialect() {
    String sql =
        "SELECT local_id, domain_id, public_id FROM id_mapping"
            + " WHERE entity_type = 'user' ORDER BY local_id, domain_id";
    try (ReadOnlyDatabase database = open(ServiceDatabase.KEYSTONE)) {
      assertThat(values(database, sql)).containsExactly("erika");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void aListMayHaveAnyNumberOfValues(int values) {
    List<String> users = List.of("jdoe", "jürgen", "3'").subList(0, values);
    try (ReadOnlyDatabase database = open()) {
      String sql = "SELECT name FROM key_pairs WHERE " + database.dialect().oneOf("user_id");
      Query query = new Query(sql + " AND name <> ?", List.of(users, "laptop"));
      try (Cursor<String> rows = database.query(query, row -> row.getString(1))) {
        assertThat(rows).toIterable().hasSize(values == 3 ? 2 : 0);
      }
    }
  }
}
