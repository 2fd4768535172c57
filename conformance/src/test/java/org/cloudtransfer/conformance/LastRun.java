package org.cloudtransfer.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page says of the real cloud, from the last run that had one.
 *
 * @param results by fact
 */
record LastRun(Map<String, String> results) {

  static LastRun of(Path page) throws IOException {
    Map<String, String> results = new HashMap<>();
    if (Files.exists(page)) {
      for (String line : Files.readAllLines(page)) {
        String[] cells = line.split(" *\\| *", -1);
        if (cells.length > 4) {
          results.put(cells[2], cells[cells.length - 2]);
        }
      }
    }
    return new LastRun(results);
  }

  /** The cases with what they lack of the real cloud. */
  List<Matrix.Case> fillIn(List<Matrix.Case> cases) {
    return cases.stream()
        .map(
            c ->
                c.ran(Matrix.REAL)
                    ? c
                    : c.with(Matrix.REAL, results.getOrDefault(c.fact(), Matrix.NOT_RUN)))
        .toList();
  }
}
