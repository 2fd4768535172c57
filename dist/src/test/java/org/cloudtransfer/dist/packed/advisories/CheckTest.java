package org.cloudtransfer.dist.packed.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check can fail: bills of materials that are doctored. */
class CheckTest {
  private static final JavaBaseline JAVA =
      new JavaBaseline("2026-11-29", "a test", Map.of("21", "21.0.13.1", "25", "25.0.5.1"));

  @TempDir private Path dir;

  private static Snapshot snapshot() throws IOException {
    return Snapshot.read(Path.of("src/advisories/snapshot.json"));
  }

  private List<Component> bill(String... parts) throws IOException {
    String components = String.join(", ", parts);
    Path file = dir.resolve("bill.cdx.json");
    Files.writeString(file, "{\"bomFormat\": \"CycloneDX\", \"components\": [" + components + "]}");
    return Component.of(file);
  }

  private static String maven(String group, String artifact, String version) {
    return "{\"type\": \"library\", \"purl\": \"pkg:maven/%s/%s@%s?type=jar\"}"
        .formatted(group, artifact, version);
  }

  private static String java(String version) {
    return "{\"type\": \"platform\", \"name\": \"java\", \"version\": \"" + version + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "org.postgresql, postgresql, 42.7.1, CVE-2024-1597",
    "org.postgresql, postgresql, 42.7.11, CVE-2026-54291",
    "org.mariadb.jdbc, mariadb-java-client, 3.5.9, CVE-2026-55856",
    "com.fasterxml.jackson.core, jackson-databind, 2.13.4, CVE-2022-42003",
    "com.fasterxml.jackson.core, jackson-core, 2.14.3, CVE-2025-52999",
    "org.apache.commons, commons-compress, 1.25.0, CVE-2024-25710",
    "com.google.guava, guava, 31.1-jre, CVE-2023-2976"
  })
  void anAffectedVersionIsFound(String group, String artifact, String version, String alias)
      throws IOException {
    List<Finding> findings =
        new Check(snapshot(), JAVA).findings(bill(maven(group, artifact, version)));

    assertThat(findings).anyMatch(finding -> finding.toString().contains(alias));
    assertThat(findings.get(0).toString()).startsWith(group + ":" + artifact + " " + version);
  }

  @Test
  void theFirstFixedVersionIsNotAffected() throws IOException {
    List<Component> bill =
        bill(
            maven("org.postgresql", "postgresql", "42.7.12"),
            maven("com.google.guava", "guava", "32.0.0-jre"),
            maven("org.apache.commons", "commons-compress", "1.26.0"));

    assertThat(new Check(snapshot(), JAVA).findings(bill)).isEmpty();
  }

  @Test
  void aPackageThatNobodyAskedAboutIsNotTakenForHarmless() throws IOException {
    Check check = new Check(snapshot(), JAVA);

    assertThat(check.unasked(bill(maven("org.example", "new", "1"), java("25.0.5.1"))))
        .containsExactly(new Component("org.example:new", "1"));
    assertThat(check.unasked(bill(maven("org.cloudtransfer", "cloudtransfer-upload", "0.1.0"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "25.0.5.1+4, false",
    "25.0.6+7-LTS, false",
    "25.0.5+9-LTS, true",
    "25.0.3+9-LTS, true",
    "21.0.13.1+4, false",
    "21.0.9, true",
    "24.0.2, true"
  })
  void aJavaBelowItsBaselineIsFound(String version, boolean found) throws IOException {
    List<Finding> findings = new Check(snapshot(), JAVA).findings(bill(java(version)));

    assertThat(findings).hasSize(found ? 1 : 0);
  }

  @Test
  void anExceptionIsForOneVersionAndOneAdvisory() throws IOException {
    Finding finding = new Check(snapshot(), JAVA).findings(bill(java("25.0.3+9-LTS"))).get(0);
    Exceptions exceptions =
        new Exceptions(
            List.of(new Exceptions.Exception("baseline", "java", "25.0.3+9-LTS", "a reason")));

    assertThat(exceptions.cover(finding)).isTrue();
    assertThat(exceptions.cover(new Finding(new Component("java", "25.0.2"), "baseline", "")))
        .isFalse();
    assertThat(exceptions.cover(new Finding(finding.component(), "GHSA-x", ""))).isFalse();
    assertThat(exceptions.idle(List.of(finding))).isEmpty();
    assertThat(exceptions.idle(List.of())).hasSize(1);
  }

  @Test
  void anExceptionWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> new Exceptions.Exception("GHSA-x", "a:b", "1", " "))
        .hasMessageContaining("no reason");
  }

  /** What the check cannot read it cannot check. */
  @Test
  void aPartOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> bill("{\"type\": \"library\", \"purl\": \"pkg:npm/left-pad@1.3.0\"}"))
        .hasMessageContaining("neither of Maven");
  }
}
