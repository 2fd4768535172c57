package org.cloudtransfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Detection against the documented versions of every service in every release. */
class ReleaseFactsTest {

  static Stream<Arguments> all() {
    return Stream.of(Release.values())
        .flatMap(
            release ->
                Fixtures.databases(Moment.of(release.text())).stream()
                    .map(database -> Arguments.of(database, release)));
  }

  @Test
  void theVersionsOfAllReleasesAreDocumented() {
    assertThat(VersionRows.releases()).containsExactly(Release.values());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theReleaseIsAmongThoseThatTheVersionsTell(ServiceDatabase database, Release release) {
    Moment moment = Moment.of(release.text());
    Release first =
        ReleaseDetector.detect(
                database,
                VersionRows.alembic(database, moment),
                VersionRows.migrate(database, moment))
            .orElseThrow();

    List<String> ends = List.of(ReleaseDetector.range(database, first).split(" to "));
    assertThat(release)
        .isBetween(
            Release.of(ends.get(0)).orElseThrow(),
            Release.of(ends.get(ends.size() - 1)).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "NEUTRON, R2024_1, 2024.1",
    "NEUTRON, R2026_1, 2026.1",
    "NOVA, LIBERTY, liberty",
    "NOVA, R2024_1, 2024.1 to 2024.2",
    "NOVA, R2025_1, 2025.1 to 2026.1",
    "NOVA_API, YOGA, yoga to 2023.1",
    "CINDER, XENA, xena to yoga",
    "CINDER, R2024_1, 2024.1 to 2026.1",
    "KEYSTONE, USSURI, ussuri to xena",
    "KEYSTONE, YOGA, yoga to 2023.1",
    "KEYSTONE, R2024_1, 2024.1 to 2025.1"
  })
  void releasesThatShareAVersionAreNamedTogether(
      ServiceDatabase database, Release first, String range) {
    assertThat(ReleaseDetector.range(database, first)).isEqualTo(range);
  }
}
