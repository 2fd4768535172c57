package org.cloudtransfer.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Cursor;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.FieldsReader;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.database.ReadOnlyDatabase;
import org.cloudtransfer.database.RowReader;

/** One database of the old cloud, open for reading, and the release it is of. */
public final class SourceDatabase implements Schema, AutoCloseable {
  private static final String ALEMBIC = "alembic_version";
  private static final String MIGRATE = "migrate_version";

  private final Located where;
  private final ReadOnlyDatabase database;
  private final Consumer<String> trace;
  private final Map<String, List<String>> versions = new TreeMap<>();
  private final Optional<Release> release;

  private SourceDatabase(Located where, ReadOnlyDatabase database, Consumer<String> trace) {
    this.where = where;
    this.trace = trace;
    this.database = database;
    this.release = ReleaseDetector.detect(where.database(), alembic(), migrate());
  }

  /**
   * Connects.
   *
   * @param trace is told every query that is run
   * @throws org.cloudtransfer.cli.StopException as {@link ReadOnlyDatabase#open}
   */
  static SourceDatabase open(Located where, Consumer<String> trace) {
    ReadOnlyDatabase database = ReadOnlyDatabase.open(where);
    try {
      return new SourceDatabase(where, database, trace);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  Located where() {
    return where;
  }

  public ServiceDatabase name() {
    return where.database();
  }

  /** The release that the version tables tell; nothing if they hold what is not known here. */
  public Optional<Release> release() {
    return release;
  }

  /**
   * The release, the server and the version tables, in a line for people.
   *
   * @param stated the release that the user states, if he does
   */
  public String summary(Optional<Release> stated) {
    String known =
        stated
            .map(r -> r.text() + " (as stated)")
            .or(() -> release.map(r -> ReleaseDetector.range(name(), r)))
            .orElse("unknown release");
    return name().text() + ": " + known + " on " + database.engine() + versionsInWords();
  }

  private String versionsInWords() {
    return versions.entrySet().stream()
        .map(table -> table.getKey() + " " + String.join(" ", table.getValue()))
        .collect(Collectors.joining("; ", " (", ")"))
        .replace(" ()", " (no version table)");
  }

  @Override
  public String description() {
    return database.description();
  }

  @Override
  public Dialect dialect() {
    return database.dialect();
  }

  @Override
  public Set<String> columns(String table) {
    return database.columns(table);
  }

  /** About how many rows a table has, deleted ones too; 0 if the server has no idea. */
  long about(String table) {
    return database.about(table);
  }

  <T> Cursor<T> query(Query query, RowReader<T> reader) {
    trace.accept(where.database().text() + ": " + query.sql().strip());
    return database.query(query, reader);
  }

  <T> Cursor<T> stream(Query query, FieldsReader<T> reader) {
    trace.accept(where.database().text() + ": " + query.sql().strip());
    return database.stream(query, reader);
  }

  <T> List<T> list(Query query, RowReader<T> reader) {
    List<T> rows = new ArrayList<>();
    try (Cursor<T> cursor = query(query, reader)) {
      cursor.forEachRemaining(rows::add);
    }
    return rows;
  }

  /**
   * What the manifest says of this database.
   *
   * @param stated the release that the user states, if he does
   */
  public Manifest.Source describe(Optional<Release> stated) {
    return new Manifest.Source(
        where.database().service().text(),
        where.url().database(),
        database.engine(),
        stated.or(this::release).map(Release::text).orElse("unknown"),
        versions,
        where.url().maskedHost());
  }

  private List<String> alembic() {
    if (!has(ALEMBIC, "version_num")) {
      return List.of();
    }
    String sql =
        "SELECT version_num FROM alembic_version ORDER BY " + dialect().bytes("version_num");
    List<String> heads = list(Query.of(sql), row -> row.getString(1));
    versions.put(ALEMBIC, heads);
    return heads;
  }

  private Map<String, Integer> migrate() {
    if (!has(MIGRATE, "repository_id")) {
      return Map.of();
    }
    String sql = "SELECT repository_id, version FROM migrate_version";
    Map<String, Integer> numbers = new HashMap<>();
    list(Query.of(sql), SourceDatabase::repository).forEach(r -> numbers.put(r.id(), r.version()));
    versions.put(MIGRATE, new TreeMap<>(numbers).entrySet().stream().map(String::valueOf).toList());
    return numbers;
  }

  private record Repository(String id, Integer version) {}

  private static Repository repository(ResultSet row) throws SQLException {
    return new Repository(row.getString(1), row.getObject(2, Integer.class));
  }

  @Override
  public void close() {
    database.close();
  }
}
