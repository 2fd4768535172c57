package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long {@code --help} takes, by the distribution's launcher if there is one. */
record StartUp(Path distribution, int runs) {
  private static final int RUNS_MIN = 10;

  List<Line> measure() throws IOException {
    if (distribution == null || !Files.isExecutable(distribution.resolve("bin/upload"))) {
      return List.of(
          Line.skipped(
              "`upload --help`", "≤ 0.25 s", "--dist DIR does not name an unpacked distribution"));
    }
    return List.of(
        line("upload", "--help"), line("upload", "--version"), line("download", "--help"));
  }

  private Line line(String program, String option) throws IOException {
    String command = distribution.resolve("bin").resolve(program).toString();
    Yardstick.seconds(command, option);
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < Math.max(RUNS_MIN, runs); i++) {
      seconds.add(Yardstick.seconds(command, option));
    }
    return Line.atMost(
        "`" + program + " " + option + "`",
        "≤ 0.25 s",
        0.25,
        new Spread(seconds),
        "s",
        Files.isDirectory(distribution.resolve("java"))
            ? "image with its own Java; the files are in memory"
            : "without a Java of its own; the files are in memory");
  }
}
