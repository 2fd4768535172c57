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
    private final String table;
    private final String text;
    private final List<String> examples = new ArrayList<>();
    private long rows;

    Group(String table, String text) {
      this.table = table;
      this.text = text;
    }

    String title() {
      return table + ": " + text + " (" + rows + ")";
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>(examples);
      if (rows > examples.size()) {
        lines.add("...");
      }
      return lines;
    }
  }

  /**
   * One finding.
   *
   * @param count of how many rows, or other things
   * @param examples the first few of them by name
   */
  record Found(String table, String text, long count, List<String> examples) {}

  /**
   * Adds a finding.
   *
   * @param table the table of the archive
   * @param text a sentence about several rows
   * @param row the row's name
   */
  void add(String table, String text, String row) {
    Group group = groups.computeIfAbsent(table + ": " + text, t -> new Group(table, text));
    group.rows++;
    if (group.examples.size() < EXAMPLES_MAX) {
      group.examples.add(row);
    }
  }

  /** Adds all that others have found. */
  void addAll(Findings others) {
    others.groups.forEach(
        (key, other) -> {
          Group group = groups.computeIfAbsent(key, k -> new Group(other.table, other.text));
          group.rows += other.rows;
          other.examples.stream()
              .limit(EXAMPLES_MAX - group.examples.size())
              .forEach(group.examples::add);
        });
  }

  /** As part of the result. */
  void show(Console console) {
    for (Group group : groups.values()) {
      console.result("");
      console.result(group.title());
      group.lines().forEach(line -> console.result("  " + line));
    }
  }

  /** As warnings. */
  void warn(Console console) {
    for (Group group : groups.values()) {
      console.warn(group.title());
      group.lines().forEach(console::hint);
    }
  }

  List<Found> all() {
    return groups.values().stream()
        .map(group -> new Found(group.table, group.text, group.rows, List.copyOf(group.examples)))
        .toList();
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }
}
