package org.cloudtransfer.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cloudtransfer.reliability.Cell.Came;
import org.cloudtransfer.upload.UploadInProcess.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Everything that may go wrong with every kind of request: the run ends like a clean one, or stops
 * in a documented way and the next one does.
 */
final class FaultMatrixTest {
  private static final int PARALLEL = 8;
  private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");
  private static final String BEGIN = "<!-- fault matrix -->\n";
  private static final String END = "<!-- end of fault matrix -->\n";

  @TempDir(factory = InMemory.class)
  private static Path directory;

  private static final Map<Cell, Came> MATRIX = new LinkedHashMap<>();

  /** What is tested here is not the disk, and a journal is flushed for every request. */
  static final class InMemory implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext of, ExtensionContext in)
        throws IOException {
      return Files.isWritable(MEMORY)
          ? Files.createTempDirectory(MEMORY, "cloudtransfer-")
          : Files.createTempDirectory("cloudtransfer-");
    }
  }

  @BeforeAll
  static void disturb() throws Exception {
    Path tarball = Workload.write(Files.createDirectories(directory.resolve("archive")));
    List<RequestKind> kinds;
    Clean clean;
    try (Bench bench = new Bench(directory.resolve("clean"), tarball)) {
      Ran ran = bench.upload(Disturbance.PATIENCE);
      clean = Clean.of(bench.state(), ran.exitCode(), ran.said());
      kinds = RequestKind.of(bench.simulator.requests().all());
    }
    List<Cell> cells = new ArrayList<>();
    for (Disturbance disturbance : Disturbance.all()) {
      kinds.forEach(kind -> cells.add(new Cell(disturbance, kind)));
    }
    run(cells, tarball, clean);
  }

  private static void run(List<Cell> cells, Path tarball, Clean clean) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
    try {
      Map<Cell, Future<Came>> futures = new LinkedHashMap<>();
      for (Cell cell : cells) {
        Path place = directory.resolve("cell-" + futures.size());
        futures.put(cell, threads.submit(() -> cell.run(place, tarball, clean)));
      }
      for (Map.Entry<Cell, Future<Came>> future : futures.entrySet()) {
        MATRIX.put(future.getKey(), future.getValue().get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void everyRunEndsLikeACleanOneOrStopsAndTheNextOneDoes() {
    List<String> wrong = new ArrayList<>();
    MATRIX.forEach(
        (cell, came) ->
            came.faults()
                .forEach(
                    fault ->
                        wrong.add(
                            cell.disturbance().name() + " at " + cell.kind() + ": " + fault)));
    assertThat(wrong).isEmpty();
  }

  @Test
  void theDocumentationShowsTheMatrix() throws IOException {
    Path file = Path.of("target", "fault-matrix.md");
    Files.writeString(file, page());
    String document = Files.readString(DOCUMENT);
    assertThat(document).contains(BEGIN, END);
    assertThat(document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END)))
        .as("%s between its marks, and reliability/%s", DOCUMENT, file)
        .isEqualTo(page());
  }

  private static String page() {
    Set<String> columns = new LinkedHashSet<>();
    MATRIX.keySet().forEach(cell -> columns.add(cell.kind().column()));
    Map<String, Map<String, Set<String>>> rows = new LinkedHashMap<>();
    MATRIX.forEach(
        (cell, came) ->
            rows.computeIfAbsent(cell.disturbance().name(), n -> new LinkedHashMap<>())
                .computeIfAbsent(cell.kind().column(), c -> new TreeSet<>())
                .add(came.word()));
    StringBuilder page = new StringBuilder();
    page.append("| | ").append(String.join(" | ", columns)).append(" |\n");
    page.append("|---".repeat(columns.size() + 1)).append("|\n");
    rows.forEach((name, byColumn) -> page.append(row(name, columns, byColumn)));
    return page.toString();
  }

  private static String row(String name, Set<String> columns, Map<String, Set<String>> byColumn) {
    List<String> cells = new ArrayList<>(List.of(name));
    columns.forEach(
        column -> cells.add(String.join(", ", byColumn.getOrDefault(column, Set.of("–")))));
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
