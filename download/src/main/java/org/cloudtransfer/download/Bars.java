package org.cloudtransfer.download;

import java.util.List;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.source.OwnerFilter;
import org.cloudtransfer.source.RowSource;
import org.cloudtransfer.source.Rows;
import org.cloudtransfer.source.SourceDatabase;

/** How far the reading of each table is; asks the databases for nothing if nobody watches. */
record Bars(Console console, OwnerFilter filter) {

  /**
   * Of one table. It counts rows as they are read; the total is what statistics say, if they do.
   */
  Progress of(RowSource<?> source, List<SourceDatabase> databases) {
    String title = source.table().name();
    long about = console.showsProgress() ? Rows.about(source, databases, filter) : 0;
    return about > 0 ? Progress.about(console, title, about) : Progress.counting(console, title);
  }
}
