package org.cloudtransfer.archive;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.archive.Unpacking.BadArchiveException;
import org.cloudtransfer.cli.WholeFile;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.Table;

/** Reads an unpacked archive of format 1 and compares it with its manifest. */
final class FormatOneReader {
  private static final int MANIFEST_MAX = 16 << 20;

  private FormatOneReader() {}

  static Archive read(Path files, Path directory, List<String> left) throws IOException {
    byte[] json = WholeFile.bytes(files.resolve(Manifest.FILE_NAME), MANIFEST_MAX);
    Manifest manifest = manifest(json);
    requireNothingElse(left);
    Map<String, List<?>> tables = new HashMap<>();
    for (Manifest.Entry entry : manifest.files()) {
      Table<?> table =
          ArchiveWriter.tableOf(entry.name())
              .orElseThrow(() -> new BadArchiveException(entry.name() + " is unknown to us"));
      tables.put(table.name(), table(table, entry, files.resolve(entry.name())));
    }
    requireAllListed(files, manifest);
    return new Archive(directory, Manifest.FORMAT, Sha256.of(json), tables, List.of());
  }

  private static Manifest manifest(byte[] json) {
    try {
      Manifest manifest = Manifest.parse(json);
      if (manifest.format() != Manifest.FORMAT) {
        throw new BadArchiveException(
            "it is of format " + manifest.format() + ", and this program reads 0 and 1");
      }
      return manifest;
    } catch (IOException e) {
      throw new BadArchiveException("its manifest.json cannot be read");
    }
  }

  private static void requireNothingElse(List<String> left) {
    if (!left.isEmpty()) {
      throw new BadArchiveException("it holds " + left.get(0) + ", which its format does not know");
    }
  }

  private static void requireAllListed(Path files, Manifest manifest) throws IOException {
    for (Table<?> table : ArchiveWriter.allTables()) {
      boolean there = Files.exists(files.resolve(table.fileName()));
      if (there && manifest.file(table.fileName()).isEmpty()) {
        throw new BadArchiveException(table.fileName() + " is not in its manifest");
      }
    }
  }

  private static <R> List<R> table(Table<R> table, Manifest.Entry entry, Path file)
      throws IOException {
    if (!Files.exists(file)) {
      throw new BadArchiveException(entry.name() + " is in its manifest but missing");
    }
    if (Files.size(file) != entry.bytes() || !Sha256.of(file).equals(entry.sha256())) {
      throw new BadArchiveException(entry.name() + " does not have the sum of its manifest");
    }
    if (!entry.columns().equals(table.columns())) {
      throw new BadArchiveException(
          "its manifest says that "
              + entry.name()
              + " has the columns "
              + entry.columns()
              + " instead of "
              + table.columns());
    }
    List<R> rows = rows(table, file);
    if (rows.size() != entry.rows()) {
      throw new BadArchiveException(
          entry.name() + " has " + rows.size() + " rows, its manifest says " + entry.rows());
    }
    requireDistinct(table, rows);
    return rows;
  }

  private static <R> List<R> rows(Table<R> table, Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return Csv.read(table, reader);
    } catch (MalformedInputException e) {
      throw new BadArchiveException(table.fileName() + " is not UTF-8");
    } catch (IOException e) {
      throw new BadArchiveException(table.fileName() + ": " + e.getMessage());
    }
  }

  private static <R> void requireDistinct(Table<R> table, List<R> rows) {
    Set<RowKey> seen = new HashSet<>(rows.size() * 2);
    for (R row : rows) {
      RowKey key = table.key().apply(row);
      if (!seen.add(key)) {
        throw new BadArchiveException(table.fileName() + " has two rows for " + key);
      }
    }
  }
}
