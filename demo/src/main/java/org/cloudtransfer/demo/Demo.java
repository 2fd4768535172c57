package org.cloudtransfer.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.demo.Programs.Ended;
import org.cloudtransfer.demo.check.Check;
import org.cloudtransfer.demo.check.State;
import org.cloudtransfer.demo.check.Verdict;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.source.OldCloud;
import org.cloudtransfer.demo.target.NewCloud;

/** The straight line: two clouds, download, upload twice, the verdict. */
final class Demo {
  private static final int DONE = 0;

  /** What {@code upload} says when it has left rows behind, which the sample makes it do. */
  private static final int ROWS_LEFT = 1;

  private final Sample sample;
  private final Programs programs;
  private final PrintStream out;

  Demo(Sample sample, Path directory, PrintStream out) {
    this.sample = sample;
    this.programs = new Programs(directory, out);
    this.out = out;
  }

  /** Transfers the sample; true if the new cloud then holds what it has to. */
  boolean run(OldCloud from, NewCloud to) throws IOException, InterruptedException {
    Check check = new Check(sample, State.of(to.simulator()));
    describe(from, to);
    Ended download =
        programs.download("--directory", "soc6", "--config-dir", from.configuration().toString());
    if (download.exitCode() != DONE) {
      out.println("download ended with " + download.exitCode() + " instead of " + DONE);
      return false;
    }
    Ended first = upload(to);
    Verdict verdict = check.of(State.of(to.simulator()), first.output());
    to.simulator().requests().clear();
    Ended second = upload(to);
    int writes = to.simulator().requests().writes().size();
    out.println();
    out.println("Compared, object by object, with the description of the sample:");
    verdict.lines().forEach(out::println);
    out.printf(
        "  exit codes of upload: %d and, the second time, %d (%d: rows were withheld)%n",
        first.exitCode(), second.exitCode(), ROWS_LEFT);
    out.printf("  requests to write of the second upload: %d%n", writes);
    boolean good =
        verdict.isGood()
            && first.exitCode() == ROWS_LEFT
            && second.exitCode() == ROWS_LEFT
            && writes == 0
            && check.of(State.of(to.simulator()), second.output()).isGood();
    out.println(good ? "Verdict: as it has to be." : "Verdict: NOT as it has to be.");
    return good;
  }

  private void describe(OldCloud from, NewCloud to) {
    out.printf(
        "Old cloud: PostgreSQL with %d projects, %d users, %d key pairs, %d limits, %d security"
            + " groups; configuration in %s%n",
        sample.projects().size(),
        sample.users().size(),
        sample.keypairs().size(),
        sample.quotas().size(),
        sample.groups().size(),
        from.configuration());
    out.printf("New cloud: a simulated Newton at %s%n", to.simulator().authUrl());
  }

  private Ended upload(NewCloud to) throws IOException, InterruptedException {
    return programs.upload(to.environment(), "--tarball", "soc6.tar.bz2");
  }

  /** Writes the environment of the new cloud's administrator. */
  static Path writeOpenrc(Path directory, Map<String, String> environment) throws IOException {
    StringBuilder text = new StringBuilder();
    environment.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> text.append("export %s='%s'%n".formatted(e.getKey(), e.getValue())));
    return Files.writeString(directory.resolve("openrc"), text);
  }
}
