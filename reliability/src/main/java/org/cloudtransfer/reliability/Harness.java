package org.cloudtransfer.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs cases, some at a time, each on a cloud of its own, and judges how they end. */
final class Harness {
  /** As quick as it gets, so that moments are hit exactly. */
  static final Duration AT_ONCE = Duration.ZERO;

  /** Long enough for random moments to fall into requests. */
  static final Duration LIKE_A_CLOUD = Duration.ofMillis(8);

  private static final int ATTEMPTS = 5;

  private final Upload upload;
  private final Path directory;
  private final Path tarball;
  private final Clean clean;
  private final Scene.Ended cleanRun;
  private final AtomicInteger scenes = new AtomicInteger();

  private Harness(Upload upload, Path directory, Path tarball, Clean clean, Scene.Ended cleanRun) {
    this.upload = upload;
    this.directory = directory;
    this.tarball = tarball;
    this.clean = clean;
    this.cleanRun = cleanRun;
  }

  /**
   * Runs the program undisturbed, twice: the first time to share its classes with all later runs,
   * the second time to know how long it takes and where it ends.
   *
   * @param directory a new one for everything that the runs leave
   */
  static Harness prepare(Path directory) throws IOException, InterruptedException {
    Path tarball = Workload.write(Files.createDirectories(directory));
    Path classes = directory.resolve("upload.jsa");
    try (Scene scene =
        new Scene(Upload.sharingClasses(classes), directory.resolve("first"), tarball, AT_ONCE)) {
      scene.run(1);
    }
    Upload upload = Upload.withSharedClasses(classes);
    try (Scene scene = new Scene(upload, directory.resolve("clean"), tarball, LIKE_A_CLOUD)) {
      Scene.Ended ended = scene.run(1);
      Clean clean = Clean.of(scene.state(), ended.exitCode(), ended.said());
      return new Harness(upload, directory, tarball, clean, ended);
    }
  }

  /** The run that nobody disturbed. */
  Scene.Ended cleanRun() {
    return cleanRun;
  }

  /**
   * Runs cases.
   *
   * @param parallel how many at a time
   * @param seen told of each result as it comes, one at a time
   * @return in the order of the cases
   */
  List<Result> run(List<Case> cases, Duration latency, int parallel, Consumer<Result> seen)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<Result>> futures = new ArrayList<>();
      for (Case one : cases) {
        futures.add(
            threads.submit(
                () -> {
                  Result result = exactly(one, latency);
                  synchronized (seen) {
                    seen.accept(result);
                  }
                  return result;
                }));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a case could not be run", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Runs random cases until so many kills have struck; those that come when a run has ended do not
   * count.
   */
  List<Result> random(Cases cases, int kills, Random random, int parallel, Consumer<Result> seen)
      throws InterruptedException {
    List<Result> results = new ArrayList<>();
    int struck = 0;
    while (struck < kills) {
      List<Result> more = run(cases.atRandom(kills - struck, random), LIKE_A_CLOUD, parallel, seen);
      struck += more.stream().mapToInt(result -> result.killed().size()).sum();
      results.addAll(more);
    }
    return results;
  }

  /** A line of the journal may be followed by the next one sooner than a process dies. */
  private Result exactly(Case one, Duration latency) throws IOException, InterruptedException {
    Result result = run(one, latency);
    for (int i = 1; i < ATTEMPTS && result.missed() && result.verdict().isGood(); i++) {
      result = run(one, latency);
    }
    return result;
  }

  private Result run(Case one, Duration latency) throws IOException, InterruptedException {
    Path place = directory.resolve("case-" + scenes.incrementAndGet());
    try (Scene scene = new Scene(upload, place, tarball, latency)) {
      List<Scene.Ended> killed = new ArrayList<>();
      Scene.Ended last = null;
      for (Kill kill : one.kills()) {
        Scene.Ended ended = scene.run(kill, one.workers());
        if (!ended.wasKilled()) {
          last = ended;
          break;
        }
        killed.add(ended);
      }
      if (last == null) {
        last = scene.run(one.workers());
      }
      Verdict verdict = Verdict.of(scene.state(), scene.before(), last, clean);
      return new Result(one, killed, last, verdict);
    }
  }
}
