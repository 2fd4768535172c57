package org.cloudtransfer.upload.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;

/** A report as lines of text, at most 80 columns in the table. */
public final class TextReport {
  private static final String ROW = "%-20s %7s %7s %7s %9s %6s %8s %6s";

  private static final String UNDONE = "%-20s %7s %7s %7s";

  private TextReport() {}

  /** All of it: reasons first, the table last, where the eye rests. */
  public static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    reasons(lines, report, "Worth knowing", Result.CREATED, Result.UPDATED, Result.UNCHANGED);
    reasons(lines, report, "Inapplicable", Result.INAPPLICABLE);
    reasons(lines, report, "Withheld", Result.WITHHELD);
    reasons(lines, report, "Failed", Result.FAILED);
    table(lines, report);
    return lines;
  }

  /** What a rollback took back and what it left. */
  public static List<String> ofRollback(Report report) {
    List<String> lines = new ArrayList<>();
    reasons(lines, report, "Left", Result.WITHHELD);
    reasons(lines, report, "Failed", Result.FAILED);
    lines.add(String.format(UNDONE, "", "undone", "left", "failed"));
    report
        .counts()
        .forEach(
            (table, counts) ->
                lines.add(
                    String.format(
                        UNDONE,
                        table,
                        count(counts, Result.UNDONE),
                        count(counts, Result.WITHHELD),
                        count(counts, Result.FAILED))));
    return lines;
  }

  private static void reasons(List<String> lines, Report report, String title, Result... results) {
    Map<String, List<Outcome>> byReason = report.reasons(results);
    if (byReason.isEmpty()) {
      return;
    }
    Map<RowKey, String> labels = report.labels();
    lines.add(title + ":");
    byReason.forEach(
        (reason, outcomes) -> {
          lines.add("  " + capital(reason) + ".");
          byRemedy(outcomes)
              .forEach(
                  (remedy, some) -> {
                    if (!remedy.isEmpty()) {
                      lines.add("    -> " + remedy);
                    }
                    some.forEach(
                        o -> lines.add("    " + o.row().table() + "  " + label(o, labels)));
                  });
        });
    lines.add("");
  }

  /** One reason may want several remedies: a quota is raised in each project. */
  private static Map<String, List<Outcome>> byRemedy(List<Outcome> outcomes) {
    return outcomes.stream()
        .collect(Collectors.groupingBy(Outcome::remedy, LinkedHashMap::new, Collectors.toList()));
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String label(Outcome outcome, Map<RowKey, String> labels) {
    return labels.getOrDefault(outcome.row(), outcome.row().toString());
  }

  /** The table alone. */
  public static List<String> totals(Report report) {
    List<String> lines = new ArrayList<>();
    table(lines, report);
    return lines;
  }

  private static void table(List<String> lines, Report report) {
    lines.add(
        String.format(ROW, "", "created", "updated", "same", "withheld", "n/a", "failed", "rows"));
    report
        .counts()
        .forEach(
            (table, counts) ->
                lines.add(
                    String.format(
                        ROW,
                        table,
                        count(counts, Result.CREATED),
                        count(counts, Result.UPDATED),
                        count(counts, Result.UNCHANGED),
                        count(counts, Result.WITHHELD),
                        count(counts, Result.INAPPLICABLE),
                        count(counts, Result.FAILED),
                        counts.values().stream().mapToLong(Long::longValue).sum())));
    for (ResourceKind kind : ResourceKind.values()) {
      if (!report.time(kind).isZero()) {
        lines.add(
            String.format(
                Locale.ROOT, "%-20s %7.1f s", kind.text(), report.time(kind).toMillis() / 1e3));
      }
    }
  }

  private static long count(Map<Result, Long> counts, Result result) {
    return counts.getOrDefault(result, 0L);
  }
}
