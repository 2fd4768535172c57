package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Ledger;

/** What the lines of a journal add up to. Threads share it. */
final class JournalState implements Ledger {
  private static final Set<String> BEGINS = Set.of(Verb.CREATE.text(), Verb.UPDATE.text());

  private static final String NONE = "";

  private static final String INVALID = "(HTTP 400)";

  private final Map<Long, Entry.Intent> open = new HashMap<>();

  /**
   * By row, the target's ID of what was made for it; empty if that has none. Who reads a million of
   * them in the target again shares their texts.
   */
  private final Map<RowKey, String> done = new HashMap<>();

  private final Map<RowKey, List<JsonNode>> born = new HashMap<>();
  private final Map<RowKey, String> refusals = new HashMap<>();
  private final Map<String, Set<String>> baselines = new HashMap<>();
  private Set<RowKey> doubted = Set.of();
  private boolean mayDouble;
  private long last;

  synchronized void apply(Entry entry) {
    if (entry instanceof Entry.Intent intent) {
      open.put(intent.n(), intent);
      last = Math.max(last, intent.n());
    } else if (entry instanceof Entry.Done d) {
      close(d);
    } else if (entry instanceof Entry.Refused r) {
      refuse(open.remove(r.n()), r.fault());
    } else if (entry instanceof Entry.Baseline b) {
      baselines.putIfAbsent(b.scope(), Set.copyOf(b.ids()));
    }
  }

  /** A bulk that was refused says nothing of its rows. */
  private void refuse(Entry.Intent intent, String fault) {
    if (intent != null && intent.rows().size() == 1 && fault.endsWith(INVALID)) {
      refusals.put(row(intent.rows().get(0)), fault);
    }
  }

  private void close(Entry.Done entry) {
    Entry.Intent intent = open.remove(entry.n());
    if (intent != null && intent.verb().equals(Verb.UNDO.text())) {
      intent.rows().forEach(row -> forget(row(row)));
    } else if (intent != null && !intent.verb().equals(Verb.DELETE.text())) {
      intent.rows().forEach(row -> done.putIfAbsent(row(row), NONE));
    }
    for (Entry.Made item : entry.made()) {
      RowKey row = row(item.row());
      done.merge(row, Objects.requireNonNullElse(item.id(), NONE).intern(), JournalState::known);
      if (item.born() != null) {
        born.computeIfAbsent(row, r -> new ArrayList<>()).addAll(item.born());
      }
    }
  }

  private static String known(String before, String id) {
    return id.isEmpty() ? before : id;
  }

  private void forget(RowKey row) {
    done.remove(row);
    born.remove(row);
  }

  /** Ends the reading of earlier runs: what is open now is in doubt for good. */
  synchronized void settle() {
    Set<RowKey> rows = new HashSet<>();
    open.values().stream()
        .filter(intent -> BEGINS.contains(intent.verb()))
        .forEach(intent -> intent.rows().forEach(row -> rows.add(row(row))));
    rows.removeAll(done.keySet());
    doubted = Set.copyOf(rows);
    mayDouble =
        open.values().stream()
            .filter(Entry.Intent::doubles)
            .anyMatch(intent -> intent.rows().stream().anyMatch(row -> doubted.contains(row(row))));
  }

  /** Whether requests that must not be sent twice are in doubt. */
  synchronized boolean mayDouble() {
    return mayDouble;
  }

  synchronized long next() {
    return ++last;
  }

  @Override
  public synchronized boolean done(RowKey row) {
    return done.containsKey(row);
  }

  @Override
  public synchronized Optional<String> id(RowKey row) {
    return Optional.ofNullable(done.get(row)).filter(id -> !id.isEmpty());
  }

  /** Asked where something is in doubt, so that it may take its time. */
  @Override
  public synchronized boolean made(String id) {
    return !id.isEmpty() && done.containsValue(id);
  }

  @Override
  public synchronized boolean inDoubt(RowKey row) {
    return doubted.contains(row) && !done.containsKey(row);
  }

  @Override
  public synchronized Optional<String> refusal(RowKey row) {
    return done.containsKey(row) ? Optional.empty() : Optional.ofNullable(refusals.get(row));
  }

  @Override
  public synchronized List<JsonNode> born(RowKey row) {
    return List.copyOf(born.getOrDefault(row, List.of()));
  }

  @Override
  public synchronized Optional<Set<String>> baseline(String scope) {
    return Optional.ofNullable(baselines.get(scope));
  }

  static List<String> text(RowKey row) {
    List<String> text = new ArrayList<>(List.of(row.table()));
    text.addAll(row.parts());
    return text;
  }

  static RowKey row(List<String> text) {
    return new RowKey(text.get(0), text.subList(1, text.size()));
  }
}
