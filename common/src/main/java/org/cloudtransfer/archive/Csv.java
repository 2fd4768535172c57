package org.cloudtransfer.archive;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cloudtransfer.resource.Row;
import org.cloudtransfer.resource.Table;

/**
 * The CSV dialect of the archive: an unquoted empty field is NULL, a quoted one the empty string,
 * as PostgreSQL's {@code COPY … CSV} writes it.
 */
final class Csv {
  /** Of values; the header is written plainly. */
  static final CSVFormat FORMAT = CSVFormat.POSTGRESQL_CSV;

  private static final int LINE_USUALLY = 256;

  private Csv() {}

  /** A record as a line with its end, as {@link #FORMAT} prints it: for a million of them. */
  static String line(List<?> values) {
    StringBuilder line = new StringBuilder(LINE_USUALLY);
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      if (values.get(i) != null) {
        line.append('"').append(values.get(i).toString().replace("\"", "\"\"")).append('"');
      }
    }
    return line.append('\n').toString();
  }

  /**
   * All records of a file.
   *
   * @throws Row.BadRowException if the header or a line is not of the table
   */
  static <R> List<R> read(Table<R> table, Reader reader) throws IOException {
    RecordReader bounded = new RecordReader(reader);
    try (CSVParser parser = FORMAT.parse(bounded)) {
      Iterator<CSVRecord> lines = parser.iterator();
      requireHeader(table, lines);
      Map<String, Column> columns = columns(table);
      List<R> records = new ArrayList<>();
      while (lines.hasNext()) {
        records.add(table.reader().apply(row(table, columns, lines.next())));
        bounded.nextRecord();
      }
      return records;
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void requireHeader(Table<?> table, Iterator<CSVRecord> lines) throws IOException {
    List<String> header = lines.hasNext() ? lines.next().toList() : List.of();
    if (!header.equals(table.columns())) {
      throw new IOException("its columns are " + header + " instead of " + table.columns());
    }
  }

  /** Where a column is, and what it held before. */
  private record Column(int position, Repeats repeats) {
    String of(CSVRecord line) {
      return repeats.one(line.get(position));
    }
  }

  private static Map<String, Column> columns(Table<?> table) {
    Map<String, Column> columns = new HashMap<>();
    table.columns().forEach(name -> columns.put(name, new Column(columns.size(), new Repeats())));
    return columns;
  }

  private static Row row(Table<?> table, Map<String, Column> columns, CSVRecord line)
      throws IOException {
    String place = table.fileName() + ", record " + (line.getRecordNumber() - 1);
    if (line.size() != table.columns().size()) {
      throw new IOException(
          place + " has " + line.size() + " fields instead of " + table.columns().size());
    }
    return new Row(column -> columns.get(column).of(line), place);
  }
}
