package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.benchmark.Child.Ran;

/** Downloads more and more rules from PostgreSQL. */
record DownloadRows(Path work, List<Integer> sizes, int runs, int inLittleMemory) {
  private static final String DOWNLOAD = "org.cloudtransfer.download.Main";
  private static final String GROUPS =
      "SELECT id, tenant_id, name, description, NULL, FALSE FROM securitygroups"
          + " ORDER BY id COLLATE \"C\"";
  private static final String RULES =
      "SELECT r.id, r.security_group_id, r.tenant_id, r.direction, r.ethertype, r.protocol,"
          + " r.port_range_min, r.port_range_max, r.remote_ip_prefix, r.remote_group_id, NULL"
          + " FROM securitygrouprules r JOIN securitygroups g ON g.id = r.security_group_id"
          + " ORDER BY r.id COLLATE \"C\"";

  List<Line> measure() throws IOException {
    List<Line> lines = new ArrayList<>();
    List<Double> perRow = new ArrayList<>();
    double before = 0;
    int fewer = 0;
    for (int size : sizes) {
      try (Scratch scratch = Scratch.in(work);
          Postgres source = Postgres.start(scratch.path().resolve("data"), size)) {
        double seconds = measure(source, scratch.path(), lines);
        if (fewer > 0) {
          perRow.add((seconds - before) / (size - fewer) * 1e6);
        }
        before = seconds;
        fewer = size;
      }
    }
    lines.addAll(Growth.lines("download", perRow, sizes));
    lines.add(fromMariaDb(sizes.get(sizes.size() - 1)));
    lines.add(littleMemory());
    return lines;
  }

  private double measure(Postgres source, Path scratch, List<Line> lines) throws IOException {
    List<Ran> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(download(source, scratch.resolve("archive-" + i), "-Xmx512m"));
    }
    String what = "download of " + source.rules() + " rules from PostgreSQL";
    Spread whole = new Spread(all.stream().map(Ran::seconds).toList());
    lines.add(Line.figure(what, whole, "s", "start of the virtual machine included"));
    if (source.rules() == 1_000_000 || sizes.size() == 1) {
      lines.add(csvPhase(source, scratch, all));
      lines.add(archivePhase(scratch, all));
    }
    return whole.median();
  }

  private Line fromMariaDb(int size) throws IOException {
    String what = "download of " + size + " rules from MariaDB";
    if (!MariaDb.isInstalled()) {
      return Line.skipped(what, "", "MariaDB is not installed");
    }
    try (Scratch scratch = Scratch.in(work);
        MariaDb source = MariaDb.start(scratch.path().resolve("maria"), size)) {
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        seconds.add(download(source, scratch.path().resolve("archive-" + i), "-Xmx512m").seconds());
      }
      return Line.figure(what, new Spread(seconds), "s", "by a cursor");
    }
  }

  private static Ran download(Source source, Path directory, String heap) throws IOException {
    return new Child(Map.of("CLOUDTRANSFER_NEUTRON_DB", source.url()), heap)
        .run(DOWNLOAD, "-v", "--no-progress", "--security-groups", "--directory", "" + directory);
  }

  private Line csvPhase(Postgres source, Path scratch, List<Ran> all) throws IOException {
    String what = "download of " + source.rules() + " rows: CSV phase ÷ psql COPY to files";
    if (!Yardstick.has("psql")) {
      return Line.skipped(what, "≤ 1.2", "psql is not installed");
    }
    List<Double> ratios = new ArrayList<>();
    for (Ran ran : all) {
      String copy = "\\copy (%s) TO '%s' WITH (FORMAT csv, FORCE_QUOTE *)";
      double psql =
          Yardstick.seconds(
              "psql",
              source.url(),
              "-qc",
              copy.formatted(GROUPS, scratch.resolve("groups.csv")),
              "-c",
              copy.formatted(RULES, scratch.resolve("rules.csv")));
      ratios.add((ran.when("packing") - ran.when("reading")) / psql);
    }
    return Line.atMost(what, "≤ 1.2", 1.2, new Spread(ratios), "", "the same SELECTs");
  }

  private Line archivePhase(Path scratch, List<Ran> all) throws IOException {
    String what = "archive phase ÷ lbzip2 on the same cores";
    List<Double> seconds = all.stream().map(ran -> ran.seconds() - ran.when("packing")).toList();
    String name = Yardstick.has("lbzip2") ? "lbzip2" : "bzip2";
    if (!Yardstick.has(name)) {
      return Line.skipped(what, "≤ 1.5", "neither lbzip2 nor bzip2 is installed");
    }
    List<Double> ratios = new ArrayList<>();
    for (double mine : seconds) {
      String pack = "tar -C %s -cf - archive-0 | %s -c > %s";
      Path packed = scratch.resolve("packed");
      ratios.add(mine / Yardstick.seconds("sh", "-c", pack.formatted(scratch, name, packed)));
      Files.delete(packed);
    }
    Spread spread = new Spread(ratios);
    return name.equals("lbzip2")
        ? Line.atMost(
            what, "≤ 1.5", 1.5, spread, "", "the same files, level 9, both on all cores: see above")
        : Line.figure("archive phase ÷ bzip2 on one core", spread, "", "lbzip2 is not installed");
  }

  private Line littleMemory() throws IOException {
    String what = "download of " + inLittleMemory + " rows in 128 MiB heap";
    if (inLittleMemory == 0) {
      return Line.skipped("download of 10000000 rows in 128 MiB heap", "works", "--memory-rows 0");
    }
    try (Scratch scratch = Scratch.in(work);
        Postgres source = Postgres.start(scratch.path().resolve("data"), inLittleMemory)) {
      Ran ran = download(source, scratch.path().resolve("archive"), "-Xmx128m");
      String note =
          "-Xmx128m, %.0f s, %.0f µs a row"
              .formatted(ran.seconds(), ran.seconds() * 1e6 / inLittleMemory);
      return Line.of(what, "works", true, Spread.of(ran.peakMiB()), "MiB resident", note);
    }
  }
}
