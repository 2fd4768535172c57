package org.cloudtransfer.archive;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
  /** For values; the header is written plainly. */
  static final CSVFormat FORMAT = CSVFormat.POSTGRESQL_CSV;

  private Csv() {}

  /**
   * All records of a file.
   *
   * @throws Row.BadRowException if the header or a line is not of the table
   */
  static <R> List<R> read(Table<R> table, Reader reader) throws IOException {
    try (CSVParser parser = FORMAT.parse(reader)) {
      Iterator<CSVRecord> lines = parser.iterator();
      requireHeader(table, lines);
      List<R> records = new ArrayList<>();
      while (lines.hasNext()) {
        records.add(table.reader().apply(row(table, lines.next())));
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

  private static Row row(Table<?> table, CSVRecord line) throws IOException {
    String place = table.fileName() + ", record " + (line.getRecordNumber() - 1);
    if (line.size() != table.columns().size()) {
      throw new IOException(
          place + " has " + line.size() + " fields instead of " + table.columns().size());
    }
    return new Row(column -> line.get(table.columns().indexOf(column)), place);
  }
}
