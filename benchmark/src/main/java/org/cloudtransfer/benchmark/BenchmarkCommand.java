package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "benchmark/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Measures download and upload against their goals and prints a table (Markdown): what, goal,"
          + " median and spread, whether the goal was met. Ratios are of things measured in the same"
          + " run. Exit code 1 if a goal was missed.",
      ""
    })
final class BenchmarkCommand implements Callable<Integer> {
  private static final String MARK = "<!-- what follows is written by benchmark/run -->";

  /** The parts of a run. */
  enum Part {
    SIMULATOR,
    BIG,
    DOWNLOAD,
    STARTUP,
    LAB
  }

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      description = "Only these of ${COMPLETION-CANDIDATES}. Default: all.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "Repetitions. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--projects",
      defaultValue = "3000",
      description = "Size of the reference workload on the simulator. Default: ${DEFAULT-VALUE}.")
  private int projects;

  @Option(
      names = "--rows",
      split = ",",
      defaultValue = "1000,10000,100000,1000000",
      description = "Numbers of rules to transfer. Default: ${DEFAULT-VALUE}.")
  private List<Integer> rows;

  @Option(
      names = "--memory-rows",
      defaultValue = "10000000",
      description = "Rules to download in 128 MiB heap; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int memoryRows;

  @Option(
      names = "--lab",
      paramLabel = "DIR",
      description =
          "A running cloud of the lab, e.g. /tmp/lab/new; projects and users are added to it.")
  private Path lab;

  @Option(
      names = "--lab-projects",
      defaultValue = "100",
      description = "Size of the reference workload there. Default: ${DEFAULT-VALUE}.")
  private int labProjects;

  @Option(
      names = "--dist",
      paramLabel = "DIR",
      description = "An unpacked distribution, for --help.")
  private Path distribution;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes the values there.")
  private Path json;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description =
          "Also writes the table there; in docs/performance.md it replaces the former one.")
  private Path table;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "Where data may lie meanwhile, some GiB. Default: the system's temporary directory.")
  private Path work = Path.of(System.getProperty("java.io.tmpdir"), "cloudtransfer-benchmark");

  @Override
  public Integer call() throws IOException {
    String load = load();
    Results results = new Results(lines(), Instant.now(), load);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(results.table());
    if (json != null) {
      Files.writeString(json, results.json());
    }
    if (table != null) {
      Files.writeString(table, before(table) + results.table());
    }
    return results.anyMissed() ? 1 : 0;
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Part part : parts) {
      System.err.println("measuring " + part + " ...");
      try {
        lines.addAll(measured(part));
      } catch (IOException | RuntimeException e) {
        e.printStackTrace();
        lines.add(Line.failed("all of " + part, String.valueOf(e.getMessage())));
      }
    }
    return lines;
  }

  private List<Line> measured(Part part) throws IOException {
    return switch (part) {
      case SIMULATOR -> new SimulatedUpload(work, projects, runs).measure();
      case BIG -> new BigUpload(work, rows).measure();
      case DOWNLOAD -> new DownloadRows(work, rows, runs, memoryRows).measure();
      case STARTUP -> new StartUp(distribution, runs).measure();
      case LAB -> new LabUpload(work, lab, labProjects, runs).measure();
    };
  }

  /** What is to stay of a document into which the table goes. */
  private static String before(Path document) throws IOException {
    String old = Files.exists(document) ? Files.readString(document) : "";
    int mark = old.indexOf(MARK);
    return mark < 0 ? "" : old.substring(0, mark) + MARK + "\n";
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }
}
