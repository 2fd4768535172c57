package org.cloudtransfer.source;

import java.util.Set;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.database.Dialect;

/** What tables and columns a database has: as found in it, or as documented for a release. */
public interface Schema {

  /** The database as messages call it. */
  String description();

  /** How the database wants its SQL. */
  Dialect dialect();

  /** The columns of a table; empty if there is no such table. */
  Set<String> columns(String table);

  default boolean has(String table) {
    return !columns(table).isEmpty();
  }

  default boolean has(String table, String column) {
    return columns(table).contains(column);
  }

  /**
   * Insists on columns.
   *
   * @throws StopException naming the first that is missing
   */
  default void require(String table, String... columns) {
    if (!has(table)) {
      throw missing("has no table " + table);
    }
    for (String column : columns) {
      if (!has(table, column)) {
        throw missing("has no column " + column + " in its table " + table);
      }
    }
  }

  private StopException missing(String what) {
    return StopException.badInput(
        description() + " " + what + ".",
        "Check that the URL leads to that service's database, and that its schema is complete.");
  }
}
