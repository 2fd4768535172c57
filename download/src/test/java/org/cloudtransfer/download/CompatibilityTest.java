package org.cloudtransfer.download;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.source.Fixtures;
import org.cloudtransfer.source.Moment;
import org.junit.jupiter.api.Test;

/**
 * Keeps the source half of {@code docs/compatibility.md}, which is what {@link ReleaseDownloadTest}
 * does, up to date; {@code -Dcompatibility.write} writes it.
 */
class CompatibilityTest {
  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("compatibility.md");
  private static final String BEGIN =
      "<!-- source: written by CompatibilityTest; do not edit -->\n";
  private static final String END = "<!-- end of source -->\n";

  /** Where it says what was proven on databases that the services themselves made. */
  private static final Map<String, String> REAL =
      Map.of(
          "zed",
          "PostgreSQL 15, MariaDB 10.11: [lab/e2e](../lab/README.md), [conformance](conformance.md)");

  private static final Map<String, String> STEPS =
      Map.of(
          "newton/expanded", "newton, contract step not run",
          "newton/contracted", "newton, key pairs half moved",
          "pike/contracted", "pike, limits half moved");

  @Test
  void thePageSaysWhatTheTestsDo() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    assertThat(page).contains(BEGIN, END);
    if (Boolean.getBoolean("compatibility.write")) {
      Files.writeString(PAGE, page.substring(0, from) + source() + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to))
        .as(
            "write it anew: ./mvnw -pl download test -Dtest=CompatibilityTest -Dcompatibility.write=true")
        .isEqualTo(source());
  }

  private static String source() {
    List<Moment> moments = ReleaseDownloadTest.moments();
    List<Moment> onMariaDb = ReleaseDownloadTest.momentsOnMariaDb();
    return """

        ## Old clouds

        One small cloud, with every odd sort of row, as it lies in the databases of each release; the archive must be the same,
        but for what the release does not know. `pass` is a case of `ReleaseDownloadTest`, which fails the build if it does not;
        `-` is a case that no test runs. The databases are made from the documented schemas of the releases, as far as they are
        read; what was proven on databases that the services themselves made is told where the column *real services* says.

        %d releases: %d cases on PostgreSQL 17, %d on MariaDB 11.4.

        | release | versions: nova · nova_api · neutron · cinder · keystone | PostgreSQL | MariaDB | real services |
        |---|---|---|---|---|
        %s
        """
        .formatted(
            moments.stream().map(Moment::release).distinct().count(),
            moments.size(),
            onMariaDb.size(),
            moments.stream()
                .map(moment -> line(moment, onMariaDb.contains(moment)))
                .collect(joining("\n")));
  }

  private static String line(Moment moment, boolean onMariaDb) {
    String name = moment.toString();
    return "| %s | %s | pass | %s | %s |"
        .formatted(
            STEPS.getOrDefault(name, name),
            versions(moment),
            onMariaDb ? "pass" : "-",
            REAL.getOrDefault(name, "-"));
  }

  private static String versions(Moment moment) {
    Map<ServiceDatabase, String> versions = Fixtures.versions(moment);
    return List.of(ServiceDatabase.values()).stream()
        .map(database -> versions.getOrDefault(database, "none"))
        .collect(joining(" · "));
  }
}
