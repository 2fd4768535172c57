package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.archive.Archive;

/** A generated cloud's way through plan, upload, a second upload and rollback, with all checks. */
final class Passage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NOTHING_LEFT = Set.of("created", "updated", "unchanged");

  private final GeneratedCloud cloud;
  private final Bench bench;

  private Passage(GeneratedCloud cloud, Bench bench) {
    this.cloud = cloud;
    this.bench = bench;
  }

  /** Goes all the way; throws an AssertionError where a promise is broken. */
  static void of(GeneratedCloud cloud, Path directory) {
    try (Bench bench = cloud.build(directory)) {
      new Passage(cloud, bench).go();
    }
  }

  private void go() {
    Ran planned = bench.command("plan", cloud.policy("--output", "json"));
    assertThat(planned.code()).as(planned.all()).isIn(0, 1);
    ObjectNode before = bench.cloud.dump();
    bench.cloud.requests().clear();

    Ran first = bench.upload(cloud.policy("--output", "json"));
    Map<List<String>, String> outcomes = outcomes(first);
    everyRowHasOneOutcome(first, outcomes);
    ObjectNode after = bench.cloud.dump();
    Judge judge = new Judge(bench, before, after, cloud.policy());
    judge.nothingIsWidened();
    judge.nothingOfOthersIsTouched();
    judge.whatWasSetIsSet(outcomes);

    nothingIsLeftToDo(outcomes, after);
    rollbackRestores(before);
  }

  private void everyRowHasOneOutcome(Ran ran, Map<List<String>, String> outcomes) {
    boolean left = outcomes.values().stream().anyMatch(o -> o.matches("withheld|failed"));
    assertThat(ran.code()).as(ran.all()).isEqualTo(left ? 1 : 0);
    Map<String, Long> rows = new HashMap<>();
    outcomes.keySet().forEach(row -> rows.merge(row.get(0), 1L, Long::sum));
    for (JsonNode file : manifest().path("files")) {
      String table = file.path("kind").asText().matches("users|projects") ? null : table(file);
      if (table != null) {
        assertThat(rows.getOrDefault(table, 0L))
            .as("outcomes of " + table)
            .isEqualTo(file.path("rows").asLong());
      }
    }
    JsonNode counts = read(ran.out()).path("counts");
    long sum = 0;
    for (JsonNode table : counts) {
      for (JsonNode count : table) {
        sum += count.asLong();
      }
    }
    assertThat(sum).as("sum of the counts").isEqualTo(outcomes.size());
  }

  private static String table(JsonNode file) {
    return file.path("name").asText().replace(".csv", "");
  }

  private JsonNode manifest() {
    try {
      return read(Files.readString(bench.data().resolve("manifest.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<List<String>, String> outcomes(Ran ran) {
    Map<List<String>, String> outcomes = new LinkedHashMap<>();
    for (JsonNode row : read(ran.out()).path("rows")) {
      String earlier = outcomes.put(key(row.path("row")), row.path("outcome").asText());
      assertThat(earlier).as("a second outcome of " + row).isNull();
    }
    return outcomes;
  }

  private static List<String> key(JsonNode row) {
    List<String> key = new java.util.ArrayList<>();
    row.forEach(part -> key.add(part.asText()));
    return key;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  /** What the target refused, and what hung on it, may be tried again; nothing else is sent. */
  private void nothingIsLeftToDo(Map<List<String>, String> outcomes, ObjectNode after) {
    Set<List<String>> open = new HashSet<>(outcomes.keySet());
    open.removeIf(row -> !outcomes.get(row).matches("failed|withheld"));
    Ran planned = bench.command("plan", cloud.policy("--output", "json"));
    for (JsonNode action : read(planned.out()).path("actions")) {
      action.path("rows").forEach(row -> assertThat(open).as(action.toString()).contains(key(row)));
    }
    bench.cloud.requests().clear();
    Ran second = bench.upload(cloud.policy("--output", "json"));
    if (!outcomes.containsValue("failed")) {
      assertThat(bench.writes()).as("a second run's writes").isEmpty();
    }
    assertThat(bench.cloud.dump()).as("the target after a second run").isEqualTo(after);
    outcomes(second)
        .forEach(
            (row, outcome) -> {
              String former = outcomes.get(row);
              assertThat(NOTHING_LEFT.contains(former) ? "unchanged" : former)
                  .as("second outcome of " + row)
                  .isEqualTo(outcome);
            });
    if (first(outcomes)) {
      bench.command("verify", cloud.policy("--output", "json")).exits(0);
    }
  }

  private static boolean first(Map<List<String>, String> outcomes) {
    return NOTHING_LEFT.containsAll(new TreeSet<>(outcomes.values()));
  }

  private void rollbackRestores(ObjectNode before) {
    Ran ran = bench.command("rollback");
    assertThat(ran.code()).as(ran.all()).isZero();
    assertThat(new Former(bench.cloud.dump(), cloud.current()).facts())
        .as("the target after rollback: " + ran.all())
        .isEqualTo(new Former(before, cloud.current()).facts());
    assertThat(Files.exists(bench.data().resolve(Archive.JOURNAL))).isTrue();
  }
}
