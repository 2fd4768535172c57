package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.Fixtures;
import org.cloudtransfer.source.Moment;
import org.cloudtransfer.source.MySqlServer;
import org.cloudtransfer.source.PostgresServer;
import org.cloudtransfer.source.Release;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same cloud in the databases of every release gives the same archive. */
// D29
class ReleaseDownloadTest {
  @TempDir private Path directory;

  /** Every release, and those in the middle of an upgrade that differ from both sides of it. */
  static List<Moment> moments() {
    Stream<String> halfUpgraded =
        Stream.of("newton/expanded", "newton/contracted", "pike/contracted");
    return Stream.concat(Stream.of(Release.values()).map(Release::text), halfUpgraded)
        .map(Moment::of)
        .sorted()
        .toList();
  }

  /** The same on MariaDB where tables differ from those of the moments beside. */
  static List<Moment> momentsOnMariaDb() {
    return Stream.of(
            "liberty",
            "mitaka",
            "newton/expanded",
            "newton/contracted",
            "pike/contracted",
            "train",
            "wallaby",
            "zed",
            "2024.1",
            "2025.1")
        .map(Moment::of)
        .toList();
  }

  static Stream<Arguments> all() {
    return Stream.concat(
        moments().stream().map(moment -> Arguments.of(moment, PostgresServer.shared())),
        momentsOnMariaDb().stream().map(moment -> Arguments.of(moment, MySqlServer.shared())));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("all")
  void theSameCloudGivesTheSameArchive(Moment moment, DatabaseServer server) throws IOException {
    server.cloudAt(moment);
    Path etc = server.configure(directory.resolve("etc"), moment);
    Path data = directory.resolve("data");
    Run run = Run.of("--config-dir=" + etc, "--directory=" + data);

    Map<String, String> expected = Fixtures.archive(moment);
    assertThat(warnings(run)).isEqualTo(expected.remove("warnings"));
    assertThat(run.exitCode()).isEqualTo(run.err().contains("withheld: ") ? 1 : 0);
    for (Map.Entry<String, String> table : expected.entrySet()) {
      assertThat(data.resolve(table.getKey() + ".csv")).hasContent(table.getValue());
    }
    assertThat(Files.readString(data.resolve("manifest.json")))
        .contains("\"release\" : \"" + moment.release().text() + "\"");
  }

  private static String warnings(Run run) {
    StringBuilder warnings = new StringBuilder();
    run.err()
        .lines()
        .filter(line -> line.startsWith("warning: "))
        .forEach(line -> warnings.append(line.substring("warning: ".length())).append('\n'));
    return warnings.toString();
  }
}
