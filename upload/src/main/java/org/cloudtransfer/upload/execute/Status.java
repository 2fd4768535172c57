package org.cloudtransfer.upload.execute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.upload.plan.Action.Verb;

/** What a journal adds up to, by table. */
public final class Status {
  /** What a row can be in. */
  private static final List<String> STATES = List.of("done", "refused", "in doubt", "undone");

  private final List<String> runs = new ArrayList<>();
  private final Map<List<String>, String> rows = new HashMap<>();
  private final Map<Long, Entry.Intent> open = new TreeMap<>();

  private Status(List<Entry> entries) {
    entries.forEach(this::apply);
  }

  public static Status of(Archive archive) {
    return of(JournalReader.entries(archive));
  }

  static Status of(List<Entry> entries) {
    return new Status(entries);
  }

  private void apply(Entry entry) {
    if (entry instanceof Entry.Run run) {
      runs.add(run.at());
    } else if (entry instanceof Entry.Intent intent) {
      begin(intent);
    } else if (entry instanceof Entry.Done done) {
      Entry.Intent intent = open.remove(done.n());
      if (intent != null) {
        String state = intent.verb().equals(Verb.UNDO.text()) ? "undone" : "done";
        intent.rows().forEach(row -> rows.put(row, state));
      }
      done.made().forEach(made -> rows.put(made.row(), "done"));
    } else if (entry instanceof Entry.Refused refused && open.containsKey(refused.n())) {
      open.remove(refused.n()).rows().forEach(row -> rows.put(row, "refused"));
    }
  }

  private void begin(Entry.Intent intent) {
    if (intent.verb().equals(Verb.DELETE.text())) {
      return;
    }
    open.put(intent.n(), intent);
    if (!intent.verb().equals(Verb.UNDO.text())) {
      intent.rows().forEach(row -> rows.putIfAbsent(row, "in doubt"));
    }
  }

  /** How many rows of each table are in which state, done, refused, in doubt, undone. */
  public Map<String, Map<String, Long>> counts() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    for (ResourceKind kind : ResourceKind.values()) {
      for (Table<?> table : kind.tables()) {
        Map<String, Long> ofTable = new LinkedHashMap<>();
        STATES.forEach(state -> ofTable.put(state, 0L));
        counts.put(table.name(), ofTable);
      }
    }
    rows.forEach(
        (row, state) ->
            counts
                .computeIfAbsent(row.get(0), unknown -> new LinkedHashMap<>())
                .merge(state, 1L, Long::sum));
    return counts;
  }

  /** For people: when it ran, and a line for each table. */
  public List<String> lines() {
    if (runs.isEmpty()) {
      return List.of("No upload of this archive has been begun here.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        (runs.size() == 1 ? "1 run, begun at " : runs.size() + " runs, the last one begun at ")
            + runs.get(runs.size() - 1));
    lines.add(String.format("%-22s", "") + columns(STATES));
    counts()
        .forEach(
            (table, counts) -> lines.add(String.format("%-22s", table) + columns(counts.values())));
    return lines;
  }

  private static String columns(Collection<?> cells) {
    return cells.stream().map(cell -> String.format(" %8s", cell)).collect(Collectors.joining());
  }
}
