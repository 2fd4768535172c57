package org.cloudtransfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cloudtransfer.config.ServiceDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseDetectorTest {

  @ParameterizedTest
  @CsvSource({
    "NOVA, 254, juno", "NOVA, 280, kilo", "NOVA, 302, liberty", "NOVA, 319, mitaka",
    "NOVA, 333, newton", "NOVA, 334, newton", "NOVA, 347, ocata", "NOVA, 362, pike",
    "NOVA, 391, stein", "NOVA, 422, xena", "NOVA_API, 2, kilo", "NOVA_API, 20, newton",
    "NOVA_API, 22, newton", "NOVA_API, 31, ocata", "NOVA_API, 87, xena", "CINDER, 60, liberty",
    "CINDER, 79, newton", "CINDER, 145, xena", "KEYSTONE, 75, liberty", "KEYSTONE, 96, mitaka",
    "KEYSTONE, 97, mitaka"
  })
  void numbersTellTheRelease(ServiceDatabase database, int number, String release) {
    assertThat(ReleaseDetector.detect(database, List.of(), Map.of(database.text(), number)))
        .map(Release::text)
        .contains(release);
  }

  @ParameterizedTest
  @CsvSource({"4, newton", "16, ocata", "24, pike", "78, ussuri"})
  void keystoneSinceNewtonIsToldByItsExpandRepository(int number, String release) {
    assertThat(
            ReleaseDetector.detect(
                ServiceDatabase.KEYSTONE,
                List.of(),
                Map.of("keystone", 109, "keystone_expand", number)))
        .map(Release::text)
        .contains(release);
  }

  @ParameterizedTest
  @CsvSource({
    "NEUTRON, 4af11ca47297 34af2b5c5a59, liberty", "NEUTRON, 5c85685d616d 5cd92597d11d, newton",
    "NEUTRON, 5c85685d616d I38991de2b4, victoria", "NEUTRON, kilo, kilo",
    "NEUTRON, 5c85685d616d b1bca967e19d, 2026.1", "NOVA, ccb0fa1a2252, zed",
    "CINDER, 9c74c1c6971f, 2024.1", "KEYSTONE, 29e87d24a316 e25ffa003242, yoga"
  })
  void headsTellTheRelease(ServiceDatabase database, String heads, String release) {
    assertThat(ReleaseDetector.detect(database, List.of(heads.split(" ")), Map.of()))
        .map(Release::text)
        .contains(release);
  }

  @Test
  void alembicDecidesOverAStaleNumber() {
    assertThat(
            ReleaseDetector.detect(
                ServiceDatabase.NOVA, List.of("ccb0fa1a2252"), Map.of("nova", 422)))
        .contains(Release.ZED);
  }

  @Test
  void unknownVersionsTellNothing() {
    assertThat(ReleaseDetector.detect(ServiceDatabase.NOVA, List.of("x"), Map.of("nova", 302)))
        .isEmpty();
    assertThat(ReleaseDetector.detect(ServiceDatabase.NOVA, List.of(), Map.of("nova", 999)))
        .isEmpty();
    assertThat(ReleaseDetector.detect(ServiceDatabase.CINDER, List.of(), Map.of())).isEmpty();
  }
}
