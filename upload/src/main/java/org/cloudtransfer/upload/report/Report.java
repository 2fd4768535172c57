package org.cloudtransfer.upload.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.target.Rows;

/**
 * Every row and what became of it. Rows are known from the start, so that one that was forgotten
 * shows. One thread.
 */
public final class Report {
  /** Null where a row has not ended yet. */
  private final Map<RowKey, Ending> endings = new LinkedHashMap<>();

  private final Map<Ending, Ending> known = new HashMap<>();
  private final Rows rows;
  private final Set<ResourceKind> kinds;
  private final Map<ResourceKind, Duration> times = new EnumMap<>(ResourceKind.class);

  /** How a row ended; most of a million rows share one. */
  private record Ending(Result result, String reason, String remedy, Cause cause) {
    static Ending of(Outcome outcome) {
      return new Ending(outcome.result(), outcome.reason(), outcome.remedy(), outcome.cause());
    }

    Outcome of(RowKey row) {
      return new Outcome(row, result, reason, remedy, cause);
    }

    Ending graver(Ending other) {
      return other.result.compareTo(result) > 0 ? other : this;
    }
  }

  /** A report on all rows of some kinds, none of which has an outcome yet. */
  public Report(Rows rows, Set<ResourceKind> kinds) {
    this.rows = rows;
    this.kinds = Set.copyOf(kinds);
    tables().forEach(this::expect);
  }

  /** A report on just these outcomes. */
  public Report(Rows rows, Set<ResourceKind> kinds, Collection<Outcome> outcomes) {
    this.rows = rows;
    this.kinds = Set.copyOf(kinds);
    add(outcomes);
  }

  Stream<Table<?>> tables() {
    return Arrays.stream(ResourceKind.values())
        .filter(kinds::contains)
        .flatMap(kind -> kind.tables().stream());
  }

  private <R> void expect(Table<R> table) {
    rows.of(table).forEach(row -> endings.put(table.key().apply(row), null));
  }

  /** Notes outcomes; of two for one row the graver one counts. */
  public void add(Collection<Outcome> some) {
    for (Outcome outcome : some) {
      Ending ending = known.computeIfAbsent(Ending.of(outcome), Function.identity());
      endings.merge(outcome.row(), ending, Ending::graver);
    }
  }

  /** Notes time spent on a kind. */
  public void spent(ResourceKind kind, Duration time) {
    times.merge(kind, time, Duration::plus);
  }

  /**
   * Gives every row that has none the outcome that it was forgotten or not reached.
   *
   * @return these outcomes
   */
  public List<Outcome> close(String reason, String remedy) {
    List<Outcome> closed =
        endings.entrySet().stream()
            .filter(entry -> entry.getValue() == null)
            .map(entry -> Outcome.failed(entry.getKey(), reason, remedy))
            .toList();
    add(closed);
    return closed;
  }

  /** How many rows leave work to do. */
  public long rowsLeft() {
    return outcomes().filter(outcome -> outcome.result().leavesWork()).count();
  }

  /** The outcome of a row; null if it has none yet. */
  public Outcome of(RowKey row) {
    Ending ending = endings.get(row);
    return ending == null ? null : ending.of(row);
  }

  /** The outcomes that there are so far. */
  public Stream<Outcome> outcomes() {
    return endings.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(entry -> entry.getValue().of(entry.getKey()));
  }

  /** How many rows of a table ended in each result. */
  public Map<String, Map<Result, Long>> counts() {
    Map<String, Map<Result, Long>> counts = new LinkedHashMap<>();
    endings.forEach(
        (row, ending) ->
            counts
                .computeIfAbsent(row.table(), t -> new EnumMap<>(Result.class))
                .merge(ending.result(), 1L, Long::sum));
    return counts;
  }

  Duration time(ResourceKind kind) {
    return times.getOrDefault(kind, Duration.ZERO);
  }

  /** Outcomes of one result that have something to say, by reason, in order of the reasons. */
  Map<String, List<Outcome>> reasons(Result... results) {
    Map<String, List<Outcome>> byReason = new TreeMap<>();
    List<Result> wanted = List.of(results);
    outcomes()
        .filter(outcome -> wanted.contains(outcome.result()) && !outcome.reason().isEmpty())
        .forEach(o -> byReason.computeIfAbsent(o.reason(), r -> new ArrayList<>()).add(o));
    return byReason;
  }

  /** The rows that have something to say, in a few words each. */
  public Map<RowKey, String> labels() {
    Map<RowKey, String> labels = new HashMap<>();
    tables().forEach(table -> label(table, labels));
    return labels;
  }

  private <R> void label(Table<R> table, Map<RowKey, String> labels) {
    for (R row : rows.unnarrowed(table)) {
      Outcome outcome = of(table.key().apply(row));
      if (outcome != null && !outcome.reason().isEmpty()) {
        labels.put(outcome.row(), table.label().apply(row));
      }
    }
  }

  public ExitCode exitCode() {
    return outcomes().anyMatch(outcome -> outcome.result().leavesWork())
        ? ExitCode.ROWS_LEFT
        : ExitCode.DONE;
  }
}
