package org.cloudtransfer.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.database.Cursor;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.resource.RowKey;

/**
 * Reads a table of the archive out of the databases that hold parts of it: merges what is ordered
 * by key, and of rows with the same key lets only the last through. Holds one row per database at a
 * time.
 */
public final class Rows<R> {
  private final RowSource<R> source;
  private final RowSink<R> sink;
  private R pending;
  private RowKey pendingKey;

  private Rows(RowSource<R> source, RowSink<R> sink) {
    this.source = source;
    this.sink = sink;
  }

  /**
   * Reads all rows.
   *
   * @param databases in the order of {@link RowSource#databases()}; those that a cloud does not
   *     have are left out
   */
  public static <R> void read(
      RowSource<R> source, List<SourceDatabase> databases, OwnerFilter owners, RowSink<R> sink)
      throws IOException {
    List<Head<R>> heads = new ArrayList<>();
    try {
      for (SourceDatabase database : databases) {
        Optional<Query> query = source.select(database.name(), database, owners);
        query.ifPresent(q -> heads.add(new Head<>(database.stream(q, source::read))));
      }
      new Rows<>(source, sink).merge(heads);
    } finally {
      heads.forEach(Head::close);
    }
    remarks(source, databases, owners).forEach(sink::remark);
  }

  /**
   * About how many rows there are to read, as the databases' statistics have it; 0 if nobody knows:
   * of some owners' rows no statistics tell.
   */
  public static long about(
      RowSource<?> source, List<SourceDatabase> databases, OwnerFilter owners) {
    if (!owners.isOpen()) {
      return 0;
    }
    return databases.stream()
        .flatMapToLong(database -> source.origins().stream().mapToLong(database::about))
        .sum();
  }

  /** Of two databases that say something of the same thing, the later is right. */
  private static Collection<Remark> remarks(
      RowSource<?> source, List<SourceDatabase> databases, OwnerFilter owners) {
    Map<List<String>, Remark> remarks = new LinkedHashMap<>();
    for (SourceDatabase database : databases) {
      source
          .looks(database.name(), database, owners)
          .flatMap(look -> database.list(look.query(), look.reader()).stream())
          .flatMap(Optional::stream)
          .forEach(remark -> remarks.put(List.of(remark.text(), remark.name()), remark));
    }
    return remarks.values();
  }

  private void merge(List<Head<R>> heads) throws IOException {
    heads.forEach(head -> head.advance(source, sink));
    for (Optional<Head<R>> next = least(heads); next.isPresent(); next = least(heads)) {
      take(next.get());
      next.get().advance(source, sink);
    }
    if (pending != null) {
      sink.row(pending);
    }
  }

  /** Of equal heads the one of the earlier database, so that the later database's row wins. */
  private Optional<Head<R>> least(List<Head<R>> heads) {
    Head<R> least = null;
    for (Head<R> head : heads) {
      if (head.row != null && (least == null || KeyOrder.KEYS.compare(head.key, least.key) < 0)) {
        least = head;
      }
    }
    return Optional.ofNullable(least);
  }

  private void take(Head<R> head) throws IOException {
    head.change.ifPresent(text -> sink.changed(head.row, text));
    if (pending != null && pendingKey.equals(head.key)) {
      sink.superseded(pending, head.row);
    } else if (pending != null) {
      sink.row(pending);
    }
    pending = head.row;
    pendingKey = head.key;
  }

  /** The next sound row of one database. */
  private static final class Head<R> {
    private final Cursor<Reading<R>> cursor;
    private R row;
    private RowKey key;
    private Optional<String> change = Optional.empty();

    Head(Cursor<Reading<R>> cursor) {
      this.cursor = cursor;
    }

    void advance(RowSource<R> source, RowSink<R> sink) {
      row = null;
      while (row == null && cursor.hasNext()) {
        Reading<R> reading = cursor.next();
        if (reading.defect().isPresent()) {
          sink.withheld(reading.row(), reading.defect().get());
        } else {
          row = reading.row();
          key = source.key(row);
          change = reading.change();
        }
      }
    }

    void close() {
      cursor.close();
    }
  }
}
