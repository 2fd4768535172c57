package org.cloudtransfer.upload.execute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.upload.plan.Action.Verb;

/** What a journal adds up to, by table. */
public final class Status {
  private static final String DONE = "done";
  private static final String REFUSED = "refused";
  private static final String IN_DOUBT = "in doubt";
  private static final String UNDONE = "undone";

  /** Of rows that the journal does not name. */
  private static final String UNTOUCHED = "untouched";

  /** What a row can be in. */
  private static final List<String> STATES = List.of(DONE, REFUSED, IN_DOUBT, UNDONE, UNTOUCHED);

  private final Map<String, Long> sizes;
  private final List<String> runs = new ArrayList<>();
  private final Map<List<String>, String> settled = new HashMap<>();
  private final Map<Long, Entry.Intent> intents = new HashMap<>();

  /** By row, the numbers of the intents whose outcome is unknown. */
  private final Map<List<String>, Set<Long>> open = new HashMap<>();

  private Status(List<Entry> entries, Map<String, Long> sizes) {
    this.sizes = sizes;
    entries.forEach(this::apply);
  }

  public static Status of(Archive archive) {
    Map<String, Long> sizes = new HashMap<>();
    tables().forEach(table -> sizes.put(table.name(), (long) archive.rows(table).size()));
    return of(JournalReader.entries(archive), sizes);
  }

  /**
   * @param sizes how many rows the archive has, by table
   */
  static Status of(List<Entry> entries, Map<String, Long> sizes) {
    return new Status(entries, sizes);
  }

  private static List<Table<?>> tables() {
    List<Table<?>> tables = new ArrayList<>();
    for (ResourceKind kind : ResourceKind.values()) {
      tables.addAll(kind.tables());
    }
    return tables;
  }

  private void apply(Entry entry) {
    if (entry instanceof Entry.Run run) {
      runs.add(run.at());
    } else if (entry instanceof Entry.Intent intent && !intent.verb().equals(Verb.DELETE.text())) {
      intents.put(intent.n(), intent);
      intent.rows().forEach(row -> open.computeIfAbsent(row, r -> new HashSet<>()).add(intent.n()));
    } else if (entry instanceof Entry.Done done) {
      Optional.ofNullable(intents.get(done.n()))
          .ifPresent(
              intent -> intent.rows().forEach(row -> settle(row, isUndo(intent) ? UNDONE : DONE)));
      done.made().forEach(made -> settle(made.row(), DONE));
    } else if (entry instanceof Entry.Refused refused) {
      Optional.ofNullable(intents.get(refused.n())).ifPresent(this::refuse);
    }
  }

  /** Whatever of it was sent before and never answered is answered by this. */
  private void settle(List<String> row, String state) {
    settled.put(row, state);
    open.remove(row);
  }

  /** What could not be taken back is there still. */
  private void refuse(Entry.Intent intent) {
    for (List<String> row : intent.rows()) {
      open.getOrDefault(row, new HashSet<>()).remove(intent.n());
      if (!isUndo(intent)) {
        settled.put(row, REFUSED);
      }
    }
  }

  private static boolean isUndo(Entry.Intent intent) {
    return intent.verb().equals(Verb.UNDO.text());
  }

  private Map<List<String>, String> states() {
    Map<List<String>, String> states = new HashMap<>(settled);
    open.forEach(
        (row, numbers) -> {
          if (!numbers.isEmpty()) {
            states.put(row, IN_DOUBT);
          }
        });
    return states;
  }

  /** How many rows of each table are done, refused, in doubt, undone, untouched. */
  public Map<String, Map<String, Long>> counts() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    for (Table<?> table : tables()) {
      Map<String, Long> ofTable = new LinkedHashMap<>();
      STATES.forEach(state -> ofTable.put(state, 0L));
      counts.put(table.name(), ofTable);
    }
    states()
        .forEach(
            (row, state) ->
                counts
                    .computeIfAbsent(row.get(0), unknown -> new LinkedHashMap<>())
                    .merge(state, 1L, Long::sum));
    counts.forEach((table, states) -> states.put(UNTOUCHED, untouched(table, states)));
    return counts;
  }

  private long untouched(String table, Map<String, Long> states) {
    long named = states.values().stream().mapToLong(Long::longValue).sum();
    return Math.max(0, sizes.getOrDefault(table, 0L) - named);
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
    lines.add("Untouched: no request was needed, it was withheld, or the run did not get there.");
    return lines;
  }

  private static String columns(Collection<?> cells) {
    return cells.stream().map(cell -> String.format(" %9s", cell)).collect(Collectors.joining());
  }
}
