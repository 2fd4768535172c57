package org.cloudtransfer.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.upload.UploadInProcess.Ran;

/** One disturbance of one kind of request. */
record Cell(Disturbance disturbance, RequestKind kind) {
  private static final List<Integer> STOPS = List.of(1, 3, 6);

  /**
   * What came of it.
   *
   * @param word {@code ✓} if the run ended like a clean one, else the exit code after which the
   *     next run did
   * @param faults what is wrong; empty if nothing is
   */
  record Came(String word, List<String> faults) {}

  Came run(Path directory, Path tarball, Clean clean) throws IOException {
    try (Bench bench = new Bench(directory, tarball)) {
      if (kind.column().equals(RequestKind.RENEWAL)) {
        bench.simulator.faults().add(Fault.on("PUT", ".*").run(bench.simulator::expireTokens));
      }
      disturbance.order().accept(bench, kind);
      Ran ran = bench.upload(disturbance.timeout());
      List<String> faults = new ArrayList<>(crudeness(ran));
      if (!kind.came(bench.simulator.requests())) {
        faults.add("there was no such request");
      }
      if (differences(bench, ran, clean).isEmpty()) {
        return new Came("✓", faults);
      }
      faults.addAll(stopped(bench, ran));
      bench.mend();
      Ran next = bench.upload(Disturbance.PATIENCE);
      List<String> left = differences(bench, next, clean);
      if (!left.isEmpty()) {
        faults.addAll(left);
        faults.add("first run: exit code " + ran.exitCode() + "\n" + ran.remarks());
        faults.add("next run: exit code " + next.exitCode() + "\n" + next.remarks());
      }
      return new Came(String.valueOf(ran.exitCode()), faults);
    }
  }

  private static List<String> differences(Bench bench, Ran ran, Clean clean) {
    EndState end = bench.state();
    List<String> differences = new ArrayList<>();
    end.beyond(clean.state()).forEach(fact -> differences.add("too much: " + fact));
    clean.state().beyond(end).forEach(fact -> differences.add("lost: " + fact));
    differences.addAll(end.changedSince(bench.before));
    if (ran.exitCode() != clean.exitCode()) {
      differences.add("exit code " + ran.exitCode());
    }
    differences.addAll(Outcomes.of(ran.said()).differences(clean.outcomes()));
    return differences;
  }

  private static List<String> crudeness(Ran ran) {
    String all = ran.said() + ran.remarks();
    return all.contains("\tat ") || all.contains("unexpected:") || all.contains("a defect")
        ? List.of("it fell over:\n" + all)
        : List.of();
  }

  /**
   * A stop is documented, tells of every row if it has begun to write, and else changed nothing.
   */
  private static List<String> stopped(Bench bench, Ran ran) {
    List<String> faults = new ArrayList<>();
    if (!STOPS.contains(ran.exitCode())) {
      faults.add("exit code " + ran.exitCode() + " tells nothing of what came to pass");
    }
    if (ran.exitCode() == 3) {
      bench.state().beyond(bench.before).stream()
          .filter(fact -> !fact.contains("ADMIN-PROJECT"))
          .forEach(fact -> faults.add("3 means that nothing changed, but: " + fact));
    } else {
      faults.addAll(Outcomes.of(ran.said()).faults());
    }
    return faults;
  }
}
