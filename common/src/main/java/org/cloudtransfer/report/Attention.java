package org.cloudtransfer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that ended alike for the same reason.
 *
 * @param reason without the owners, see {@link Line#pattern}
 * @param lines at least one
 */
record Attention(Ending ending, String reason, String remedy, List<Line> lines) {
  private static final int EXAMPLES = 3;

  private record Key(Ending ending, String reason, String remedy) {}

  /** What a person must look at, the gravest and then the most frequent first. */
  static List<Attention> of(List<Line> lines) {
    Map<Key, List<Line>> groups = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.ending().tone().wantsAttention()) {
        Key key = new Key(line.ending(), line.pattern(), line.remedy());
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
      }
    }
    return groups.entrySet().stream()
        .map(
            e ->
                new Attention(
                    e.getKey().ending, e.getKey().reason, e.getKey().remedy, e.getValue()))
        .sorted(
            Comparator.comparing((Attention a) -> a.ending.tone())
                .thenComparing(a -> a.lines.size())
                .reversed())
        .toList();
  }

  List<Line> examples() {
    return lines.subList(0, Math.min(EXAMPLES, lines.size()));
  }

  int more() {
    return lines.size() - examples().size();
  }
}
