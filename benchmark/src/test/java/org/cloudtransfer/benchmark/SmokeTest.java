package org.cloudtransfer.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SmokeTest {
  @Test
  void tableAndJsonShowWhatASmallRunMeasured(@TempDir Path directory) throws Exception {
    Path table = directory.resolve("table.md");
    Path json = directory.resolve("values.json");
    int code =
        new CommandLine(new BenchmarkCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(
                "--parts=simulator,startup",
                "--runs=1",
                "--projects=2",
                "--work=" + directory.resolve("work"),
                "--table=" + table,
                "--json=" + json);
    assertThat(code).isBetween(0, 1);
    assertThat(Files.readString(table))
        .contains("requests written ÷ least possible, reference workload | ≤ 1.05 | 1.000");
    assertThat(Files.readString(json)).contains("\"verdict\" : \"skipped\"");
  }
}
