package org.cloudtransfer.reliability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of the rows, by a run's report.
 *
 * @param byRow one of {@code there}, {@code withheld}, {@code inapplicable}, {@code failed}; a row
 *     is there whether this run or an earlier one made it
 * @param faults of the report itself: rows told twice, or not at all
 */
record Outcomes(Map<String, String> byRow, List<String> faults) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> THERE = Set.of("created", "updated", "unchanged");

  /** Reads what {@code upload --output json} printed. */
  static Outcomes of(String report) {
    Map<String, String> byRow = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (JsonNode row : parse(report).path("rows")) {
      String outcome = row.path("outcome").asText();
      String word = THERE.contains(outcome) ? "there" : outcome;
      if (byRow.put(row.path("row").toString(), word) != null) {
        faults.add("told twice: " + row);
      }
    }
    if (byRow.size() != Workload.rows()) {
      faults.add(byRow.size() + " rows have an outcome, and there are " + Workload.rows());
    }
    return new Outcomes(byRow, faults);
  }

  private static JsonNode parse(String report) {
    try {
      return JSON.readTree(report);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** The faults, and the rows whose outcome differs. */
  List<String> differences(Outcomes expected) {
    List<String> differences = new ArrayList<>(faults);
    expected.byRow.forEach(
        (row, outcome) -> {
          if (!outcome.equals(byRow.get(row))) {
            differences.add(row + " is " + byRow.get(row) + " instead of " + outcome);
          }
        });
    return differences;
  }
}
