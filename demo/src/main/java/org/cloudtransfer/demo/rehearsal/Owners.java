package org.cloudtransfer.demo.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Whom and what a tarball of either format names, whatever else is in it.
 *
 * @param projects names by ID; the ID where the tarball has no name
 * @param users likewise
 * @param volumeTypes those of the limits of Cinder
 */
public record Owners(
    Map<String, String> projects, Map<String, String> users, Set<String> volumeTypes) {
  private static final CSVFormat TABLE =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final List<String> PROJECT_COLUMNS = List.of("project_id", "tenant_id");

  /**
   * @throws IOException if it is no such tarball
   */
  public static Owners of(Path tarball) throws IOException {
    Owners owners = new Owners(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    try (InputStream file = new BufferedInputStream(Files.newInputStream(tarball));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new BZip2CompressorInputStream(file, true))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().endsWith(".csv")) {
          owners.read(entry.getName(), new InputStreamReader(tar, StandardCharsets.UTF_8));
        }
      }
    }
    return owners;
  }

  private void read(String file, Reader csv) throws IOException {
    for (CSVRecord row : TABLE.parse(csv)) {
      if (file.endsWith("/projects.csv")) {
        put(projects, cell(row, "id"), cell(row, "name"));
      } else if (file.endsWith("/users.csv")) {
        put(users, cell(row, "id"), cell(row, "name"));
      } else {
        PROJECT_COLUMNS.forEach(column -> put(projects, cell(row, column), ""));
        put(users, cell(row, "user_id"), "");
        String limit = cell(row, "resource");
        if (file.contains("cinder") && limit.matches("(volumes|gigabytes|snapshots)_.+")) {
          volumeTypes.add(limit.substring(limit.indexOf('_') + 1));
        }
      }
    }
  }

  private static void put(Map<String, String> names, String id, String name) {
    if (!id.isEmpty()) {
      names.merge(id, name.isEmpty() ? id : name, (old, now) -> now.equals(id) ? old : now);
    }
  }

  private static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }
}
