package org.cloudtransfer.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind, also for those to come. */
class TableTest {

  static Stream<Table<?>> tables() {
    return Stream.concat(
        Stream.of(User.TABLE, Project.TABLE),
        Arrays.stream(ResourceKind.values()).flatMap(kind -> kind.tables().stream()));
  }

  @Test
  void namesAreDistinctAndFitForAFileName() {
    List<String> names = tables().map(Table::name).toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void columnsAreDistinctApiNames(Table<?> table) {
    assertThat(table.columns())
        .doesNotHaveDuplicates()
        .allMatch(column -> column.matches("[a-z][a-z0-9_]*"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aRecordAndItsLineTurnIntoEachOther(Table<?> table) {
    check(table);
  }

  private static <R> void check(Table<R> table) {
    Row row = new Row(column -> sample(column), "here");
    R record = table.reader().apply(row);
    List<?> values = table.values().apply(record);

    assertThat(values).hasSameSizeAs(table.columns());
    List<String> texts = values.stream().map(String::valueOf).toList();
    assertThat(texts).isEqualTo(table.columns().stream().map(TableTest::sample).toList());
    assertThat(table.key().apply(record)).isEqualTo(table.key().apply(table.reader().apply(row)));
    assertThat(table.key().apply(record).table()).isEqualTo(table.name());
    assertThat(new HashSet<>(table.columns())).hasSameSizeAs(values);
  }

  private static String sample(String column) {
    return switch (column) {
      case "enabled", "stateful", "is_default" -> "true";
      case "hard_limit", "limit", "port_range_min", "port_range_max" -> "42";
      case "origin" -> "ldap";
      default -> "some " + column;
    };
  }

  @Test
  void everyKindIsFoundByItsTables() {
    for (ResourceKind kind : ResourceKind.values()) {
      assertThat(kind.tables())
          .allSatisfy(table -> assertThat(ResourceKind.ofTable(table.name())).contains(kind));
    }
    assertThat(ResourceKind.ofTable("users")).isEmpty();
  }

  @Test
  void theKeyOfAProjectsQuotaIsNotThatOfAUsers() {
    NovaQuota ofProject = new NovaQuota("p", null, "cores", 1);
    NovaQuota ofUser = new NovaQuota("p", "u", "cores", 1);

    assertThat(ofProject.key()).isNotEqualTo(ofUser.key());
    assertThat(ofProject.key()).hasToString("p / cores");
  }

  @Test
  void anUnknownOriginIsNoError() {
    Row row = new Row(column -> column.equals("origin") ? "carrier pigeon" : null, "here");

    assertThat(User.Origin.of(row.text("origin"))).isEqualTo(User.Origin.UNKNOWN);
  }
}
