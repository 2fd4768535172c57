package org.cloudtransfer.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The table of results, a line for each part. */
final class Figures {
  private static final String FORMAT = "| %-28s | %5s | %5s | %8s | %7s | %7s | %6s |%n";

  private Figures() {}

  static String table(List<Result> results) {
    Map<String, List<Result>> byPart = new LinkedHashMap<>();
    results.forEach(r -> byPart.computeIfAbsent(r.of().part(), p -> new ArrayList<>()).add(r));
    StringBuilder table = new StringBuilder();
    table.append(
        FORMAT.formatted(
            "killed at", "cases", "kills", "starting", "reading", "writing", "waited"));
    table.append("|---|---:|---:|---:|---:|---:|---:|\n");
    byPart.forEach((part, some) -> table.append(line(part, some)));
    return table.append(line("all", results)).toString();
  }

  private static String line(String part, List<Result> results) {
    return FORMAT.formatted(
        part,
        results.size(),
        sum(results, r -> r.killed().size()),
        sum(results, Result::starting),
        sum(results, Result::reading),
        sum(results, Result::writing),
        sum(results, r -> r.waited() ? 1 : 0));
  }

  private static long sum(List<Result> results, ToLongFunction<Result> count) {
    return results.stream().mapToLong(count).sum();
  }

  /** What is wrong, in a line. */
  static String verdict(List<Result> results) {
    return "duplicates: %d, losses: %d, changes of others: %d, reports that differ: %d"
        .formatted(
            sum(results, r -> r.verdict().doubled().size()),
            sum(results, r -> r.verdict().lost().size()),
            sum(results, r -> r.verdict().foreign().size()),
            sum(results, r -> r.verdict().reported().size()));
  }

  /** Whether the watch on the journal was quick enough. */
  static String exactness(List<Result> results) {
    List<Result> watched =
        results.stream().filter(r -> r.of().kills().get(0) instanceof Kill.AtJournalLine).toList();
    return "journal boundaries hit exactly: %d of %d"
        .formatted(watched.stream().filter(r -> !r.missed()).count(), watched.size());
  }
}
