package org.cloudtransfer.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.database.Cursor;
import org.cloudtransfer.database.Query;

/**
 * Reads a table of the archive out of the databases that hold parts of it: merges what is ordered
 * by key, and of rows with the same key lets only the last through. Holds one row per database at a
 * time.
 */
public final class Rows<R> {
  private final RowSource<R> source;
  private final RowSink<R> sink;
  private R pending;

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
        query.ifPresent(q -> heads.add(new Head<>(database.query(q, source::read))));
      }
      new Rows<>(source, sink).merge(heads);
    } finally {
      heads.forEach(Head::close);
    }
    remarks(source, databases, owners).forEach(sink::remark);
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
    heads.forEach(head -> head.advance(sink));
    for (Optional<Head<R>> next = least(heads); next.isPresent(); next = least(heads)) {
      take(next.get().row, next.get().change);
      next.get().advance(sink);
    }
    if (pending != null) {
      sink.row(pending);
    }
  }

  /** Of equal heads the one of the earlier database, so that the later database's row wins. */
  private Optional<Head<R>> least(List<Head<R>> heads) {
    return heads.stream()
        .filter(head -> head.row != null)
        .min(Comparator.comparing(head -> source.key(head.row), KeyOrder.KEYS));
  }

  private void take(R row, Optional<String> change) throws IOException {
    change.ifPresent(text -> sink.changed(row, text));
    if (pending != null && source.key(pending).equals(source.key(row))) {
      sink.superseded(pending, row);
    } else if (pending != null) {
      sink.row(pending);
    }
    pending = row;
  }

  /** The next sound row of one database. */
  private static final class Head<R> {
    private final Cursor<Reading<R>> cursor;
    private R row;
    private Optional<String> change = Optional.empty();

    Head(Cursor<Reading<R>> cursor) {
      this.cursor = cursor;
    }

    void advance(RowSink<R> sink) {
      row = null;
      while (row == null && cursor.hasNext()) {
        Reading<R> reading = cursor.next();
        if (reading.defect().isPresent()) {
          sink.withheld(reading.row(), reading.defect().get());
        } else {
          row = reading.row();
          change = reading.change();
        }
      }
    }

    void close() {
      cursor.close();
    }
  }
}
