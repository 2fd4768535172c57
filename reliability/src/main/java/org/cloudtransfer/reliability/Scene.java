package org.cloudtransfer.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.LoggedRequest;

/** A new cloud, an archive with its data directory, and the runs of the program between them. */
final class Scene implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Half of it before a request's effect, half of it after. */
  private final Duration latency;

  private final Upload upload;
  private final Path directory;
  private final Path tarball;
  private final Simulator simulator;
  private final EndState before;
  private int runs;

  /**
   * @param directory a new one; it goes when this is closed
   */
  Scene(Upload upload, Path directory, Path tarball, Duration latency) throws IOException {
    this.upload = upload;
    this.directory = Files.createDirectories(directory);
    this.tarball = Files.copy(tarball, directory.resolve(tarball.getFileName()));
    this.latency = latency;
    this.simulator = Workload.cloud(SimulatorOptions.newton().latency(latency.dividedBy(2)));
    this.before = EndState.of(simulator);
  }

  /**
   * A run that has ended.
   *
   * @param requests those of this run, in the order of their answers
   * @param lines of the journal by now
   */
  record Ended(
      int exitCode,
      String said,
      String remarks,
      List<LoggedRequest> requests,
      int lines,
      Duration time) {
    boolean wasKilled() {
      return Victim.wasKilled(exitCode);
    }

    int writes() {
      return (int) requests.stream().filter(LoggedRequest::isWrite).count();
    }

    /** Whether it waited for what an earlier one had left in flight. */
    boolean waited() {
      return remarks.contains("left requests in flight");
    }
  }

  Ended run(int workers) throws IOException, InterruptedException {
    return run(null, workers);
  }

  /**
   * Runs the program.
   *
   * @param kill null for letting it finish
   */
  Ended run(Kill kill, int workers) throws IOException, InterruptedException {
    simulator.faults().clear();
    simulator.requests().clear();
    Victim victim = new Victim();
    if (kill != null) {
      new Trap(victim, simulator.faults(), journal()).set(kill);
    }
    if (!latency.isZero()) {
      simulator
          .faults()
          .add(Fault.on(".*", ".*").delay(latency.dividedBy(2)).afterEffect().always());
    }
    Path said = directory.resolve("said-" + ++runs);
    long start = System.nanoTime();
    victim.is(
        upload.start(
            environment(),
            said,
            "--tarball",
            tarball.toString(),
            "--workers",
            String.valueOf(workers),
            "--output",
            "json"));
    int exitCode = victim.await(LONGEST);
    return new Ended(
        exitCode,
        Files.readString(said),
        Files.readString(Upload.remarks(said)),
        simulator.requests().all(),
        Trap.lines(journal()),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private Path journal() {
    return directory.resolve("a").resolve("upload-journal.jsonl");
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    simulator
        .openrc()
        .lines()
        .map(line -> line.replace("export ", "").replace("'", "").split("=", 2))
        .forEach(pair -> environment.put(pair[0], pair[1]));
    return environment;
  }

  /** What the cloud held before the first run. */
  EndState before() {
    return before;
  }

  EndState state() {
    return EndState.of(simulator);
  }

  @Override
  public void close() throws IOException {
    simulator.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
