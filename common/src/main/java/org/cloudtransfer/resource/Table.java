package org.cloudtransfer.resource;

import java.util.List;
import java.util.function.Function;

/**
 * One CSV file of the archive: its name, its columns, and how records and lines turn into each
 * other.
 *
 * @param <R> the record of one line
 * @param name the file name without {@code .csv}
 * @param columns the header, in order: the API's field names
 * @param reader line to record; throws {@link Row.BadRowException}
 * @param values record to the values of {@code columns}, in order; null is NULL
 * @param key what identifies a record; unique in a sound archive, and what the file is ordered by
 * @param project whose record it is: the project's ID; null if records belong to no project
 * @param user whose record it is: the user's ID, and null for a record of the whole project; null
 *     if records belong to no user
 * @param label the record in a few words, for people
 */
public record Table<R>(
    String name,
    List<String> columns,
    Function<Row, R> reader,
    Function<R, List<?>> values,
    Function<R, RowKey> key,
    Function<R, String> project,
    Function<R, String> user,
    Function<R, String> label) {
  public Table {
    columns = List.copyOf(columns);
  }

  public String fileName() {
    return name + ".csv";
  }
}
