package org.cloudtransfer.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Totals as bars, one for each kind, each as long as all rows of its kind: what counts is which
 * part of a kind ended how.
 *
 * @param endings those that occur, in order of gravity
 */
record TotalsBars(List<Ending> endings, List<Bar> bars) {
  static final int WIDTH = 1000;

  /** The least width at which a part can be seen. */
  private static final int SEEN = 6;

  record Part(Ending ending, long rows, int x, int width) {}

  record Bar(String kind, long rows, List<Part> parts, Map<String, Long> counts) {
    long count(Ending ending) {
      return counts.getOrDefault(ending.name(), 0L);
    }
  }

  static TotalsBars of(List<Total> totals) {
    Map<String, List<Total>> byKind = new LinkedHashMap<>();
    Set<Ending> endings = new LinkedHashSet<>();
    for (Total total : totals) {
      List<Total> ofKind = byKind.computeIfAbsent(total.kind(), k -> new ArrayList<>());
      if (total.rows() > 0) {
        ofKind.add(total);
        endings.add(total.ending());
      }
    }
    List<Ending> ordered =
        endings.stream().sorted(java.util.Comparator.comparing(Ending::tone)).toList();
    List<Bar> bars = new ArrayList<>();
    byKind.forEach((kind, some) -> bars.add(bar(kind, some, ordered)));
    return new TotalsBars(ordered, bars);
  }

  private static Bar bar(String kind, List<Total> totals, List<Ending> order) {
    Map<String, Long> counts = new LinkedHashMap<>();
    totals.forEach(total -> counts.merge(total.ending().name(), total.rows(), Long::sum));
    long rows = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Ending> present = order.stream().filter(e -> counts.containsKey(e.name())).toList();
    List<Part> parts = new ArrayList<>();
    int room = WIDTH - SEEN * present.size();
    int x = 0;
    for (int i = 0; i < present.size(); i++) {
      long count = counts.get(present.get(i).name());
      boolean last = i == present.size() - 1;
      int width = last ? WIDTH - x : SEEN + (int) (room * count / rows);
      parts.add(new Part(present.get(i), count, x, width));
      x += width;
    }
    return new Bar(kind, rows, parts, counts);
  }

  /** All kinds together. */
  Bar sum() {
    Map<String, Long> counts = new LinkedHashMap<>();
    bars.forEach(bar -> bar.counts().forEach((name, n) -> counts.merge(name, n, Long::sum)));
    return new Bar("all", counts.values().stream().mapToLong(n -> n).sum(), List.of(), counts);
  }
}
