package org.cloudtransfer.demo.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was looked at, and what is not as it has to be. */
final class Findings {
  private final Map<String, Integer> checked = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();

  /** Notes that so many things of a sort were looked at. */
  void checked(String sort, int count) {
    checked.merge(sort, count, Integer::sum);
  }

  /** Notes a difference. */
  void differs(String text) {
    differences.add(text.replaceAll("\\p{Cntrl}", "?"));
  }

  /** Notes a difference unless both are equal. */
  void expect(String what, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      differs(what + ": wanted " + wanted + ", found " + found);
    }
  }

  Map<String, Integer> checked() {
    return checked;
  }

  List<String> differences() {
    return differences;
  }
}
