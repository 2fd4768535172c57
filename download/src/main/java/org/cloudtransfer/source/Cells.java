package org.cloudtransfer.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.DatabaseUrl;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Query;

/**
 * Nova's other cells (from Newton on). Key pairs and limits live in the API database, or have not
 * yet been moved there from the main one; the tables in a cell are empty. Rows that a cell holds
 * all the same are those of a cloud whose main database was changed in the middle of that move:
 * Nova does not see them, and they are reported, not read.
 */
final class Cells {
  private static final int EXAMPLES_MAX = 5;

  private final SourceDatabase api;
  private final SourceDatabase main;
  private final Console console;

  Cells(SourceDatabase api, SourceDatabase main, Console console) {
    this.api = api;
    this.main = main;
    this.console = console;
  }

  private record Cell(String name, String url) {}

  void report() {
    if (api.has("cell_mappings", "database_connection")) {
      cells().forEach(this::report);
    }
  }

  private List<Cell> cells() {
    String sql =
        "SELECT coalesce(name, uuid) AS name, database_connection FROM cell_mappings ORDER BY id";
    return api.list(Query.of(sql), row -> new Cell(row.getString(1), row.getString(2)));
  }

  private void report(Cell cell) {
    try {
      Located where = located(cell);
      if (where.url().isSameAs(main.where().url())) {
        return;
      }
      console.detail("nova: " + where.origin() + " is at " + where.url());
      try (SourceDatabase database = SourceDatabase.open(where, console::trace)) {
        reportRows(cell, unseen(database));
      }
    } catch (StopException e) {
      console.warn(
          "nova: the cell "
              + cell.name()
              + " was not looked into; usually it holds no key pairs"
              + " or limits. "
              + e.getMessage());
    }
  }

  /** Names in a template stand for parts of the main database's URL, as to Nova. */
  private Located located(Cell cell) {
    String origin = "the cell " + cell.name() + " in " + api.name().text() + "'s cell_mappings";
    DatabaseUrl url = DatabaseUrl.ofTemplate(cell.url(), main.where().url(), origin);
    return new Located(ServiceDatabase.NOVA, url, origin, false);
  }

  private Set<String> unseen(SourceDatabase cell) {
    Set<String> rows = liveRows(cell);
    if (!rows.isEmpty()) {
      rows.removeAll(liveRows(main));
      rows.removeAll(liveRows(api));
    }
    return rows;
  }

  private static Set<String> liveRows(SourceDatabase database) {
    Set<String> rows = new TreeSet<>();
    selects(database).map(Query::of).forEach(query -> rows.addAll(texts(database, query)));
    return rows;
  }

  private static Set<String> texts(SourceDatabase database, Query query) {
    return new HashSet<>(
        database.list(
            query, row -> row.getString(1) + " of " + row.getString(2) + ": " + row.getString(3)));
  }

  private static Stream<String> selects(SourceDatabase database) {
    return Stream.of(
            new String[] {"key_pairs", "'key pair', user_id, name"},
            new String[] {"quotas", "'limit', project_id, resource"},
            new String[] {"project_user_quotas", "'limit in a project', user_id, resource"})
        .filter(select -> database.has(select[0]))
        .map(
            select ->
                "SELECT %s FROM %s WHERE %s"
                    .formatted(select[1], select[0], NovaTables.live(database, select[0])));
  }

  private void reportRows(Cell cell, Set<String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    console.warn(
        "nova: the cell "
            + cell.name()
            + " holds "
            + rows.size()
            + " key pairs or limits that neither the main nor the API database has, so that Nova"
            + " does not see them; if they matter, download again with that cell's database as"
            + " --nova-db, and --nova-api-db. "
            + String.join("; ", rows.stream().limit(EXAMPLES_MAX).toList())
            + (rows.size() > EXAMPLES_MAX ? "; ..." : ""));
  }
}
