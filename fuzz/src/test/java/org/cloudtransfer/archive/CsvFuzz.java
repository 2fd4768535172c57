package org.cloudtransfer.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.cloudtransfer.resource.Row.BadRowException;
import org.cloudtransfer.resource.Table;

/** Each table: the first byte says which. */
public final class CsvFuzz {
  private static final List<Table<?>> TABLES = List.copyOf(ArchiveWriter.allTables());

  private CsvFuzz() {}

  /** What was read reads the same when written again. */
  public static void read(byte[] data) {
    if (data.length > 0) {
      read(TABLES.get(Math.floorMod(data[0], TABLES.size())), data);
    }
  }

  private static <R> void read(Table<R> table, byte[] data) {
    List<R> rows;
    try (Reader reader =
        new InputStreamReader(
            new ByteArrayInputStream(data, 1, data.length - 1),
            StandardCharsets.UTF_8.newDecoder())) {
      rows = Csv.read(table, reader);
    } catch (IOException | BadRowException refused) {
      return;
    }
    try {
      if (!Csv.read(table, new StringReader(written(table, rows))).equals(rows)) {
        throw new AssertionError("not the same again: " + rows);
      }
    } catch (IOException e) {
      throw new AssertionError("cannot be read again: " + rows, e);
    }
  }

  private static <R> String written(Table<R> table, List<R> rows) throws IOException {
    StringBuilder text = new StringBuilder(String.join(",", table.columns()) + "\n");
    CSVPrinter printer = new CSVPrinter(text, Csv.FORMAT);
    for (R row : rows) {
      printer.printRecord(table.values().apply(row));
    }
    return text.toString();
  }
}
