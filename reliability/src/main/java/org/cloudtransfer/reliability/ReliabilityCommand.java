package org.cloudtransfer.reliability;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/reliability}. */
@Command(
    name = "reliability",
    usageHelpAutoWidth = true,
    sortOptions = false,
    description = {
      "Kills the upload process with SIGKILL, runs it again, and compares the new cloud, the exit"
          + " code and every row's outcome with those of a run that nobody disturbs. Each case has"
          + " a simulated cloud of its own, which survives.",
      "",
      "  requests   at each request: before its effect, with its effect to",
      "             follow, before its answer, after its answer",
      "  journal    as soon as each line of the journal has been written",
      "  random     at random moments, one to five in a case, with 1, 2 or",
      "             8 workers",
      ""
    },
    footer = {
      "",
      "With --lab NAME it is the lab's real cloud of that name that is written to (lab/faults),"
          + " killed at random moments only, five times in a case. The cloud is begun anew.",
      "",
      "A seed repeats the choice of moments; where in a run they fall, the machine decides.",
      "Exit codes: 0 all ended as they have to; 1 some did not; 2 wrong usage."
    })
final class ReliabilityCommand implements Callable<Integer> {
  private enum Part {
    requests,
    journal,
    random
  }

  private static final int EVERY = 100;

  private final PrintStream out;
  private final List<Result> results = new ArrayList<>();

  @Parameters(paramLabel = "PART", description = "requests, journal, random. Default: all.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "20",
      description = "So many random moments. Default: ${DEFAULT-VALUE}.")
  private int kills;

  @Option(names = "--seed", paramLabel = "S", description = "Default: a new one, printed.")
  private long seed = new Random().nextInt(1_000_000);

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "2",
      description = "So many cases at a time. Default: ${DEFAULT-VALUE}.")
  private int parallel;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ReliabilityCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("cloudtransfer-reliability-");
    long start = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(directory)));
    try {
      Harness harness = Harness.prepare(directory);
      Cases cases = new Cases(harness.cleanRun());
      out.printf(
          "seed %d; undisturbed: %d requests, %d of them writing, %d journal lines, %d ms%n",
          seed,
          harness.cleanRun().requests().size(),
          harness.cleanRun().writes(),
          harness.cleanRun().lines(),
          harness.cleanRun().time().toMillis());
      run(harness, cases);
    } finally {
      leaveNothing(directory);
    }
    report();
    out.printf("%d s%n", (System.nanoTime() - start) / 1_000_000_000);
    return results.stream().allMatch(result -> result.verdict().isGood()) ? 0 : 1;
  }

  private void run(Harness harness, Cases cases) throws InterruptedException {
    if (parts.contains(Part.requests)) {
      harness.run(cases.atRequests(), Harness.AT_ONCE, parallel, this::show);
    }
    if (parts.contains(Part.journal)) {
      harness.run(cases.atJournalLines(), Harness.AT_ONCE, parallel, this::show);
    }
    if (parts.contains(Part.random)) {
      harness.random(cases, kills, new Random(seed), parallel, this::show);
    }
  }

  private void show(Result result) {
    if (!result.verdict().isGood()) {
      out.println("WRONG: " + result.of().name() + " " + result.of().kills());
      result.verdict().lines().forEach(line -> out.println("  " + line));
      out.println(result.last().remarks().indent(4));
    }
    results.add(result);
    if (results.size() % EVERY == 0) {
      report();
    }
  }

  private void report() {
    out.printf(
        "%n%s%n%s%n%s%n",
        Figures.table(results), Figures.verdict(results), Figures.exactness(results));
  }

  /** On Ctrl-C, too. */
  private static void leaveNothing(Path directory) {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    try {
      delete(directory);
    } catch (IOException | UncheckedIOException e) {
      // a run that was still starting has put something there: the system clears it away
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
