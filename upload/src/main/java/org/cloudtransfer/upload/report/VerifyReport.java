package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.upload.target.Rows;
import org.cloudtransfer.upload.verify.Comparison;
import org.cloudtransfer.upload.verify.Surplus;
import org.cloudtransfer.upload.verify.Verdict;
import org.cloudtransfer.upload.verify.Verdict.Result;

/**
 * A comparison of archive and target, for people and as JSON: {@code format} 1, {@code command},
 * {@code exit_code}, {@code counts} by table and verdict, {@code announced} rows of the manifest,
 * {@code rows} with verdict, reason and remedy, and {@code surplus}, what the target has beyond.
 *
 * @param announced rows by table, as the manifest has them; empty if there is nothing to hold
 *     against
 */
public record VerifyReport(
    Rows rows, Set<ResourceKind> kinds, Comparison comparison, Map<String, Long> announced) {
  private static final int FORMAT = 1;
  private static final String ROW = "%-20s %7s %9s %7s %8s %6s %6s %6s";

  /** All of it: reasons first, the table last. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Map<RowKey, String> labels = labels();
    reasons(lines, Result.INAPPLICABLE, "Inapplicable", labels);
    reasons(lines, Result.EXEMPT, "Left by an option", labels);
    surplus(lines, "Tolerated beyond the archive", true, labels);
    reasons(lines, Result.WITHHELD, "Withheld", labels);
    reasons(lines, Result.MISSING, "Missing", labels);
    reasons(lines, Result.DIFFERENT, "Different", labels);
    surplus(lines, "Beyond the archive", false, labels);
    table(lines);
    disagreements().forEach((table, text) -> lines.add(table + ": " + text));
    return lines;
  }

  public ExitCode exitCode() {
    return comparison.differs() || !disagreements().isEmpty()
        ? ExitCode.DIFFERENCES
        : ExitCode.DONE;
  }

  /** The same as one JSON object. */
  public String json() {
    ObjectNode root = Json.object();
    root.put("format", FORMAT).put("tool", "cloudtransfer " + Version.text());
    root.put("command", "verify").put("exit_code", exitCode().number());
    ObjectNode counts = root.putObject("counts");
    comparison
        .counts()
        .forEach(
            (table, byResult) -> {
              ObjectNode node = counts.putObject(table);
              byResult.forEach((result, count) -> node.put(result.text(), count));
            });
    ObjectNode manifest = root.putObject("announced");
    new TreeMap<>(announced).forEach(manifest::put);
    ArrayNode all = root.putArray("rows");
    for (Verdict verdict : comparison.verdicts()) {
      ObjectNode node = all.addObject();
      node.set("row", Json.row(verdict.row()));
      node.put("verdict", verdict.result().text());
      if (!verdict.reason().isEmpty()) {
        node.put("reason", verdict.reason());
      }
      if (!verdict.remedy().isEmpty()) {
        node.put("remedy", verdict.remedy());
      }
    }
    ArrayNode more = root.putArray("surplus");
    for (Surplus surplus : comparison.surplus()) {
      ObjectNode node = more.addObject();
      node.set("row", Json.row(surplus.row()));
      node.put("what", surplus.what()).put("tolerated", surplus.tolerated());
    }
    return Json.text(root);
  }

  private void reasons(
      List<String> lines, Result result, String title, Map<RowKey, String> labels) {
    Map<String, List<RowKey>> byReason = new TreeMap<>();
    comparison.verdicts().stream()
        .filter(verdict -> verdict.result() == result)
        .forEach(v -> byReason.computeIfAbsent(words(v), r -> new ArrayList<>()).add(v.row()));
    section(lines, title, byReason, labels);
  }

  private static String words(Verdict verdict) {
    String remedy = verdict.remedy().isEmpty() ? "" : "\n    -> " + verdict.remedy();
    return TextReport.capital(verdict.reason()) + "." + remedy;
  }

  private void surplus(
      List<String> lines, String title, boolean tolerated, Map<RowKey, String> labels) {
    Map<String, List<RowKey>> byWhat = new TreeMap<>();
    comparison.surplus().stream()
        .filter(more -> more.tolerated() == tolerated)
        .forEach(
            more ->
                byWhat
                    .computeIfAbsent(TextReport.capital(more.what()) + ".", w -> new ArrayList<>())
                    .add(more.row()));
    section(lines, title, byWhat, labels);
  }

  private static void section(
      List<String> lines,
      String title,
      Map<String, List<RowKey>> byReason,
      Map<RowKey, String> labels) {
    if (byReason.isEmpty()) {
      return;
    }
    lines.add(title + ":");
    byReason.forEach(
        (reason, keys) -> {
          ("  " + reason).lines().forEach(lines::add);
          keys.forEach(
              row ->
                  lines.add(
                      "    " + row.table() + "  " + labels.getOrDefault(row, row.toString())));
        });
    lines.add("");
  }

  private void table(List<String> lines) {
    lines.add(
        String.format(
            ROW, "", "same", "different", "missing", "withheld", "option", "n/a", "rows"));
    comparison
        .counts()
        .forEach(
            (table, counts) ->
                lines.add(
                    String.format(
                        ROW,
                        table,
                        count(counts, Result.SAME),
                        count(counts, Result.DIFFERENT),
                        count(counts, Result.MISSING),
                        count(counts, Result.WITHHELD),
                        count(counts, Result.EXEMPT),
                        count(counts, Result.INAPPLICABLE),
                        sum(counts))));
  }

  /** Tables of which the manifest announces another number of rows than were compared. */
  private Map<String, String> disagreements() {
    Map<String, String> disagreements = new LinkedHashMap<>();
    Map<String, Map<Result, Long>> counts = comparison.counts();
    tables()
        .filter(table -> announced.containsKey(table.name()))
        .forEach(
            table -> {
              long compared = sum(counts.getOrDefault(table.name(), Map.of()));
              long promised = announced.get(table.name());
              if (compared != promised) {
                disagreements.put(
                    table.name(),
                    "the manifest announces "
                        + promised
                        + " rows, and "
                        + compared
                        + " were compared");
              }
            });
    return disagreements;
  }

  private Stream<Table<?>> tables() {
    return Stream.of(ResourceKind.values())
        .filter(kinds::contains)
        .flatMap(kind -> kind.tables().stream());
  }

  private static long sum(Map<Result, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long count(Map<Result, Long> counts, Result result) {
    return counts.getOrDefault(result, 0L);
  }

  private Map<RowKey, String> labels() {
    Map<RowKey, String> labels = new HashMap<>();
    tables().forEach(table -> label(table, labels));
    return labels;
  }

  private <R> void label(Table<R> table, Map<RowKey, String> labels) {
    rows.unnarrowed(table)
        .forEach(row -> labels.put(table.key().apply(row), table.label().apply(row)));
  }
}
