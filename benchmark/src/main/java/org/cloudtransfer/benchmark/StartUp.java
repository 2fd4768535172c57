package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long {@code --help} takes, by the distribution's launcher if there is one. */
record StartUp(Path distribution, int runs) {

  List<Line> measure() throws IOException {
    String what = "`upload --help`";
    if (distribution == null || !Files.isExecutable(distribution.resolve("bin/upload"))) {
      return List.of(
          Line.skipped(what, "≤ 0.25 s", "--dist DIR does not name an unpacked distribution"));
    }
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < Math.max(5, runs); i++) {
      seconds.add(Yardstick.seconds(distribution.resolve("bin/upload").toString(), "--help"));
    }
    return List.of(
        Line.atMost(what, "≤ 0.25 s", 0.25, new Spread(seconds), "s", "the files are in memory"));
  }
}
