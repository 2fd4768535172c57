package org.cloudtransfer.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.cli.Console;

/** Gathers what is found about rows: how many, and a few of them by name. */
final class Findings {
  private static final int EXAMPLES_MAX = 5;

  private final Map<String, Group> groups = new LinkedHashMap<>();

  private static final class Group {
    private final List<String> examples = new ArrayList<>();
    private long rows;
  }

  /**
   * Adds a finding.
   *
   * @param table the table of the archive
   * @param text a sentence about several rows
   * @param row the row's name
   */
  void add(String table, String text, String row) {
    Group group = groups.computeIfAbsent(table + ": " + text, t -> new Group());
    group.rows++;
    if (group.examples.size() < EXAMPLES_MAX) {
      group.examples.add(row);
    }
  }

  void show(Console console) {
    groups.forEach(
        (text, group) -> {
          console.result("");
          console.result(text + " (" + group.rows + ")");
          group.examples.forEach(example -> console.result("  " + example));
          if (group.rows > group.examples.size()) {
            console.result("  ...");
          }
        });
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }
}
