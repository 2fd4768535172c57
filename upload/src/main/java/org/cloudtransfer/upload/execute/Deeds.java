package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Undo;

/** Between the journal's lines and what they mean: what was done, and what was taken back. */
final class Deeds {
  private final Map<Long, Entry.Intent> open = new HashMap<>();
  private final Map<List<?>, Deed> deeds = new LinkedHashMap<>();

  /** What was done and not taken back, by the entries applied so far, in their order. */
  List<Deed> all() {
    Map<List<?>, Deed> all = new LinkedHashMap<>(deeds);
    open.values().stream()
        .filter(intent -> intent.verb().equals(Verb.UPDATE.text()))
        .forEach(intent -> add(all, intent, null));
    return List.copyOf(all.values());
  }

  /** Goes on by one entry of the journal. */
  void apply(Entry entry) {
    if (entry instanceof Entry.Intent intent) {
      open.put(intent.n(), intent);
    } else if (entry instanceof Entry.Refused refused) {
      open.remove(refused.n());
    } else if (entry instanceof Entry.Done done) {
      Entry.Intent intent = open.remove(done.n());
      if (intent == null) {
        done.made().forEach(this::adopted);
      } else if (intent.verb().equals(Verb.UNDO.text())) {
        undone(intent);
      } else {
        add(deeds, intent, done);
      }
    }
  }

  private static void add(Map<List<?>, Deed> deeds, Deed deed) {
    deeds.put(List.of(deed.number(), deed.row()), deed);
  }

  private void adopted(Entry.Made made) {
    add(
        deeds,
        new Deed(
            0,
            Verb.CREATE,
            JournalState.row(made.row()),
            made.id(),
            null,
            MissingNode.getInstance()));
  }

  /** As of now: what was adopted has no number of its own, and may be adopted once more. */
  private void undone(Entry.Intent intent) {
    for (int i = 0; i < intent.rows().size(); i++) {
      deeds.remove(List.of(intent.undoes().get(i), JournalState.row(intent.rows().get(i))));
    }
  }

  private static void add(Map<List<?>, Deed> deeds, Entry.Intent intent, Entry.Done done) {
    Map<List<String>, String> ids = new HashMap<>();
    if (done != null) {
      done.made().forEach(made -> ids.put(made.row(), made.id()));
    }
    Verb verb = Verb.valueOf(intent.verb().toUpperCase(Locale.ROOT));
    JsonNode before = Objects.requireNonNullElse(intent.before(), MissingNode.getInstance());
    requireFormer(intent, verb, before);
    for (List<String> row : intent.rows()) {
      RowKey key = JournalState.row(row);
      add(deeds, new Deed(intent.n(), verb, key, ids.get(row), request(intent.sent()), before));
    }
  }

  /** What was overwritten or removed can only be put back if the journal tells what it was. */
  private static void requireFormer(Entry.Intent intent, Verb verb, JsonNode before) {
    boolean told =
        switch (verb) {
          case CREATE, UNDO -> true;
          case UPDATE -> before.isObject() && intent.sent().path().size() > 1;
          case DELETE -> before.isObject() && before.path("id").isTextual();
        };
    if (!told) {
      throw StopException.badInput(
          "The journal does not tell what was there before its intent " + intent.n() + ".",
          "Restore the journal from a backup, or put that back by hand.");
    }
  }

  private static Request request(Entry.Sent sent) {
    return new Request(
        Request.Method.valueOf(sent.method()),
        Service.valueOf(sent.service()),
        sent.path(),
        sent.query(),
        null,
        sent.microversion());
  }

  static Entry.Intent intent(long n, String at, Action action) {
    List<Deed> undoes = action instanceof Undo undo ? undo.deeds() : List.of();
    List<RowKey> rows = undoes.isEmpty() ? action.rows() : undoes.stream().map(Deed::row).toList();
    Request request = action.request();
    return new Entry.Intent(
        n,
        at,
        action.kind().text(),
        action.verb().text(),
        rows.stream().map(JournalState::text).toList(),
        action.before().isMissingNode() ? null : action.before(),
        action.doubles(),
        new Entry.Sent(
            request.method().name(),
            request.service().name(),
            request.path(),
            request.query(),
            request.microversion()),
        undoes.isEmpty() ? null : undoes.stream().map(Deed::number).toList());
  }
}
