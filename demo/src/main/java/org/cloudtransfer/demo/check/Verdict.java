package org.cloudtransfer.demo.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a check.
 *
 * @param checked how many things of which sort were compared
 * @param differences what is not as it has to be; empty if all is well
 */
public record Verdict(Map<String, Integer> checked, List<String> differences) {
  private static final int SHOWN_MAX = 40;

  public Verdict {
    checked = new LinkedHashMap<>(checked);
    differences = List.copyOf(differences);
  }

  static Verdict of(Findings findings) {
    return new Verdict(findings.checked(), findings.differences());
  }

  /** Whether nothing differs. */
  public boolean isGood() {
    return differences.isEmpty();
  }

  /** For a person to read. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    checked.forEach((sort, count) -> lines.add("  %6d  %s".formatted(count, sort)));
    differences.stream().limit(SHOWN_MAX).forEach(d -> lines.add("  DIFFERS: " + d));
    if (differences.size() > SHOWN_MAX) {
      lines.add("  ... and " + (differences.size() - SHOWN_MAX) + " more");
    }
    return lines;
  }
}
