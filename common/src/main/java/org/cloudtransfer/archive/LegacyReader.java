package org.cloudtransfer.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.cloudtransfer.archive.Unpacking.BadArchiveException;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.Row;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.Table;

/**
 * Reads format 0: the tarball of the Python 2 tool, five CSV files as {@code csv.writer} leaves
 * them (CRLF, minimal quoting, NULL and the empty string alike), without manifest or sums.
 */
final class LegacyReader {
  static final String KEYPAIRS = "saved_nova_keypairs.csv";
  static final String NOVA_QUOTAS = "saved_nova_quotas.csv";
  static final String NEUTRON_QUOTAS = "saved_neutron_quotas.csv";
  static final String CINDER_QUOTAS = "saved_cinder_quotas.csv";
  static final String SECURITY_GROUPS = "saved_neutron_security_groups.csv";

  private static final List<String> FILES =
      List.of(KEYPAIRS, NOVA_QUOTAS, NEUTRON_QUOTAS, CINDER_QUOTAS, SECURITY_GROUPS);

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setNullString("")
          .get();

  private final Path files;
  private final Map<String, List<?>> tables = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  private LegacyReader(Path files) {
    this.files = files;
  }

  static boolean isKnown(String name) {
    return FILES.contains(name);
  }

  static Archive read(Path files, Path directory, List<String> left) throws IOException {
    LegacyReader reader = new LegacyReader(files);
    reader.readAll();
    if (reader.tables.isEmpty()) {
      throw new BadArchiveException("it holds neither a manifest.json nor a file of the old tool");
    }
    reader.remarkOn(left);
    return new Archive(directory, 0, reader.seal(), reader.tables, reader.remarks);
  }

  private void readAll() throws IOException {
    readTable(
        KEYPAIRS,
        Keypair.TABLE,
        row ->
            new Keypair(
                orEmpty(row, "user_id"),
                orEmpty(row, "name"),
                row.text("type") == null ? "ssh" : row.text("type"),
                row.text("public_key"),
                null));
    readTable(
        NOVA_QUOTAS,
        NovaQuota.TABLE,
        row ->
            new NovaQuota(
                orEmpty(row, "project_id"),
                row.text("user_id"),
                orEmpty(row, "resource"),
                row.integer("hard_limit")));
    readTable(
        NEUTRON_QUOTAS,
        NeutronQuota.TABLE,
        row ->
            new NeutronQuota(
                orEmpty(row, "tenant_id"), orEmpty(row, "resource"), row.integer("limit")));
    readTable(
        CINDER_QUOTAS,
        CinderQuota.TABLE,
        row ->
            new CinderQuota(
                orEmpty(row, "project_id"), orEmpty(row, "resource"), row.integer("hard_limit")));
    if (Files.exists(files.resolve(SECURITY_GROUPS))) {
      LegacySecurityGroups groups = LegacySecurityGroups.of(rows(SECURITY_GROUPS));
      tables.put("security-groups", groups.groups());
      tables.put("security-group-rules", groups.rules());
      remarks.addAll(groups.remarks());
    }
  }

  /**
   * What the source may have as NULL although nothing works without it: Neutron, for one, makes a
   * default group for no project when it sets up routers in pairs. Such a row is withheld by upload
   * and no reason to refuse all others.
   */
  static String orEmpty(Row row, String column) {
    return Objects.requireNonNullElse(row.text(column), "");
  }

  private <R> void readTable(String file, Table<R> table, Function<Row, R> reader)
      throws IOException {
    if (!Files.exists(files.resolve(file))) {
      return;
    }
    Map<RowKey, R> records = new LinkedHashMap<>();
    for (Row row : rows(file)) {
      R record = reader.apply(row);
      R earlier = records.put(table.key().apply(record), record);
      if (earlier != null && !earlier.equals(record)) {
        remarks.add(
            file + " has two rows for " + table.key().apply(record) + "; the last one counts.");
      }
    }
    tables.put(table.name(), List.copyOf(records.values()));
  }

  private List<Row> rows(String file) throws IOException {
    try (RecordReader reader =
            new RecordReader(Files.newBufferedReader(files.resolve(file), StandardCharsets.UTF_8));
        CSVParser parser = FORMAT.parse(reader)) {
      List<Row> rows = new ArrayList<>();
      for (CSVRecord line : parser) {
        rows.add(row(file, line));
        reader.nextRecord();
      }
      return rows;
    } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new BadArchiveException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static Row row(String file, CSVRecord line) {
    String place = file + ", record " + line.getRecordNumber();
    if (!line.isConsistent()) {
      throw new BadArchiveException(place + " has " + line.size() + " fields");
    }
    return new Row(column -> column(line, column, place), place);
  }

  private static String column(CSVRecord line, String column, String place) {
    if (!line.isMapped(column)) {
      throw new BadArchiveException(place + " has no column " + column);
    }
    return line.get(column);
  }

  private String seal() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String file : FILES) {
      if (Files.exists(files.resolve(file))) {
        sums.put(file, Sha256.of(files.resolve(file)));
      }
    }
    return Sha256.of(sums.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void remarkOn(List<String> left) {
    remarks.add(
        0,
        "This tarball is of the old tool (format 0): it has no checksums, and it does not tell NULL"
            + " from empty, nor the names of users and projects.");
    left.forEach(name -> remarks.add("The tarball's file " + name + " is left aside."));
  }
}
