package org.cloudtransfer.dist.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Output without what differs from run to run and from machine to machine, and shortened: reasons
 * that differ in IDs only become one, and of a list of rows the first are kept.
 */
final class Plain {
  private static final int KEPT = 2;
  private static final String ID =
      "\\b([0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b";

  private final Map<String, String> names;

  /**
   * @param names what to write for which text, e.g. a directory
   */
  Plain(Map<String, String> names) {
    this.names = names;
  }

  String of(String output) {
    String plain = output;
    for (Map.Entry<String, String> name : names.entrySet()) {
      plain = plain.replace(name.getKey(), name.getValue());
    }
    return shortened(
        ordered(
            plain
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1")
                .replaceAll(ID, "ID")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "2026-11-21T22:00:00Z")
                .replaceAll("(?m)(?<![\\d.])\\d+\\.\\d( s\\b|$)", "0.1$1")
                .replaceAll("(?s)Some \\d+ (s|min), if.*?\\blonger\\.", "Some 5 s: an estimate.")));
  }

  /** Findings of one severity come in the order of their words, and so of IDs in them. */
  private static String ordered(String text) {
    StringBuilder all = new StringBuilder();
    List<String> alike = new ArrayList<>();
    for (String block : text.split("(?m)(?=^[A-Z]+ {2,}\\S)|(?<=^\\n)")) {
      if (alike.isEmpty() || !severity(block).equals(severity(alike.get(0)))) {
        alike.stream().sorted().forEach(all::append);
        alike.clear();
      }
      if (severity(block).isEmpty()) {
        all.append(block);
      } else {
        alike.add(block);
      }
    }
    alike.stream().sorted().forEach(all::append);
    return all.toString();
  }

  private static String severity(String block) {
    return block.matches("(?s)[A-Z]+ {2,}\\S.*") ? block.substring(0, block.indexOf(' ')) : "";
  }

  private static String shortened(String text) {
    List<String> lines = new ArrayList<>();
    Map<String, List<String>> reasons = new TreeMap<>();
    List<String> rows = null;
    for (String line : text.lines().toList()) {
      if (line.matches(" {2}\\S.*\\.")) {
        rows = reasons.computeIfAbsent(line, reason -> new ArrayList<>());
      } else if (rows != null && line.startsWith("    ")) {
        rows.add(line);
      } else {
        reasons.forEach((reason, its) -> add(lines, reason, its));
        reasons.clear();
        rows = null;
        lines.add(line);
      }
    }
    reasons.forEach((reason, its) -> add(lines, reason, its));
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String reason, List<String> its) {
    lines.add(reason);
    its.stream().filter(line -> line.startsWith("    ->")).distinct().forEach(lines::add);
    List<String> rows = its.stream().filter(line -> !line.startsWith("    ->")).sorted().toList();
    rows.stream().limit(KEPT).forEach(lines::add);
    if (rows.size() > KEPT) {
      lines.add("    ... and " + (rows.size() - KEPT) + " more");
    }
  }
}
