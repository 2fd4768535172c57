package org.cloudtransfer.upload.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cloudtransfer.resource.RowKey;

/**
 * What a comparison found: verdicts on rows, in the archive's order, and what is there beyond. One
 * thread fills it.
 */
public final class Comparison {
  private final Map<RowKey, Verdict> verdicts = new LinkedHashMap<>();
  private final List<Surplus> surplus = new ArrayList<>();

  private final Predicate<Verdict.Result> kept;

  /**
   * @param kept the verdicts that are of interest; others are not kept
   */
  Comparison(Predicate<Verdict.Result> kept) {
    this.kept = kept;
  }

  /** Several as one, in their order. */
  public static Comparison of(Collection<Comparison> parts) {
    Comparison whole = new Comparison(result -> true);
    for (Comparison part : parts) {
      whole.verdicts.putAll(part.verdicts);
      whole.surplus.addAll(part.surplus);
    }
    return whole;
  }

  void add(RowKey row, Verdict.Result result, String reason) {
    add(row, result, reason, "");
  }

  void add(RowKey row, Verdict.Result result, String reason, String remedy) {
    if (kept.test(result)) {
      verdicts.put(row, new Verdict(row, result, reason, remedy));
    }
  }

  void add(Surplus more) {
    surplus.add(more);
  }

  public Collection<Verdict> verdicts() {
    return List.copyOf(verdicts.values());
  }

  public List<Surplus> surplus() {
    return List.copyOf(surplus);
  }

  /** How many rows of a table have which verdict. */
  public Map<String, Map<Verdict.Result, Long>> counts() {
    Map<String, Map<Verdict.Result, Long>> counts = new LinkedHashMap<>();
    for (Verdict verdict : verdicts.values()) {
      counts
          .computeIfAbsent(verdict.row().table(), t -> new EnumMap<>(Verdict.Result.class))
          .merge(verdict.result(), 1L, Long::sum);
    }
    return counts;
  }

  /** Whether archive and target differ in anything that no option allows. */
  public boolean differs() {
    return verdicts.values().stream().anyMatch(verdict -> verdict.result().differs())
        || surplus.stream().anyMatch(more -> !more.tolerated());
  }
}
