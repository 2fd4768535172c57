package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Estimate;
import org.cloudtransfer.upload.plan.Finding;

/** Findings and estimate of a plan, as lines of at most 80 columns and as JSON. */
public final class FindingReport {
  private static final int WIDTH = 80;

  private FindingReport() {}

  /**
   * The findings in their order, those that say the same under one head.
   *
   * @param labels rows in a few words; a row without is named by its key
   */
  public static List<String> lines(List<Finding> findings, Map<RowKey, String> labels) {
    Map<List<String>, List<Finding>> blocks = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String severity = finding.cause().severity().text().toUpperCase(Locale.ROOT);
      blocks
          .computeIfAbsent(
              List.of(severity, finding.message(), finding.remedy()), b -> new ArrayList<>())
          .add(finding);
    }
    List<String> lines = new ArrayList<>();
    blocks.forEach((head, some) -> block(lines, head, some, labels));
    return lines;
  }

  private static void block(
      List<String> lines, List<String> head, List<Finding> some, Map<RowKey, String> labels) {
    String message = TextReport.capital(head.get(1));
    lines.addAll(wrap(String.format("%-9s", head.get(0)), message + ".", "         "));
    if (!head.get(2).isEmpty()) {
      lines.addAll(wrap("      -> ", head.get(2), "         "));
    }
    for (Finding finding : some) {
      String rows =
          finding.rows().stream()
              .map(row -> labels.getOrDefault(row, row.toString()))
              .collect(Collectors.joining(", "));
      String number = finding.rows().isEmpty() ? "" : finding.rows().size() + " ";
      String where =
          number + finding.kind() + (finding.owner().isEmpty() ? "" : " of " + finding.owner());
      String line = where + (rows.isEmpty() ? "" : ": " + rows);
      if (!line.isBlank()) {
        lines.addAll(wrap("         ", line, "           "));
      }
    }
    lines.add("");
  }

  /** Lines no longer than the screen is wide, if no word is. */
  private static List<String> wrap(String first, String text, String rest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    String gap = "";
    for (String word : text.split(" ")) {
      if (!gap.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(rest);
        gap = "";
      }
      line.append(gap).append(word);
      gap = " ";
    }
    lines.add(line.toString());
    return lines;
  }

  /** How much work it is, in a sentence or two. */
  public static List<String> lines(Estimate estimate) {
    String requests =
        "About "
            + estimate.requests()
            + " requests, "
            + estimate.writes()
            + " of them to write and the others to read before and after.";
    String time =
        estimate.time().isZero()
            ? ""
            : String.format(
                Locale.ROOT,
                " Some %s, if each takes as long as the %d reads just made by up to %d workers:"
                    + " an estimate, for writes may take longer.",
                text(estimate.time().toMillis() / 1e3),
                estimate.reads(),
                estimate.workers());
    return wrap("", requests + time, "");
  }

  private static String text(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds))
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  static ArrayNode json(List<Finding> findings) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Finding finding : findings) {
      ObjectNode node = all.addObject();
      node.put("severity", finding.cause().severity().text());
      node.put("code", finding.cause().text()).put("kind", finding.kind());
      node.put("owner", finding.owner()).put("message", finding.message());
      if (!finding.remedy().isEmpty()) {
        node.put("remedy", finding.remedy());
      }
      ArrayNode rows = node.putArray("rows");
      finding.rows().forEach(row -> rows.add(Json.row(row)));
    }
    return all;
  }

  static ObjectNode json(Estimate estimate) {
    ObjectNode node = Json.object();
    node.put("requests", estimate.requests()).put("writes", estimate.writes());
    node.put("seconds", estimate.time().toMillis() / 1e3);
    ObjectNode measured = node.putObject("measured");
    measured.put("reads", estimate.reads()).put("seconds", estimate.took().toMillis() / 1e3);
    measured.put("workers", estimate.workers());
    return node;
  }
}
