package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cloudtransfer.simulator.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invariant 2: stopped anywhere and run again, the end is that of one clean run. */
class CrashUploadTest {
  @TempDir Path dir;

  private Bench bench(String name) {
    return Sample.fill(Bench.newton(dir.resolve(name)));
  }

  private record Clean(SortedSet<String> end, int writes) {}

  private Clean clean() {
    try (Bench bench = bench("clean")) {
      bench.upload("--workers", "1").exits(0);
      return new Clean(bench.end(), bench.writes().size());
    }
  }

  /** The connection breaks at each writing request, before or after its effect; one run. */
  @Test
  void aBrokenConnectionAtAnyWriteIsSettledInTheSameRun() {
    Clean clean = clean();
    for (int i = 0; i < clean.writes(); i++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Bench bench = bench("drop" + i + after)) {
          Fault fault = Fault.on("POST|PUT|DELETE", "(?!.*/auth/tokens).*").skip(i).drop();
          bench.cloud.faults().add(after ? fault.afterEffect() : fault);

          Ran ran = bench.upload("--workers", "1");

          assertThat(ran.code()).as("write %d, after %s: %s", i, after, ran.all()).isZero();
          assertSameEnd(bench, clean, i, after);
        }
      }
    }
  }

  /** The process is killed at each writing request, before or after its effect, and run again. */
  @Test
  void aRunKilledAtAnyWriteIsCarriedOnByTheNext() {
    Clean clean = clean();
    for (int i = 0; i < clean.writes(); i++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Bench bench = bench("kill" + i + after)) {
          killAt(bench, "POST|PUT|DELETE", "(?!.*/auth/tokens).*", i, after);

          Ran ran = bench.upload("--workers", "1");

          assertThat(ran.code()).as("write %d, after %s: %s", i, after, ran.all()).isZero();
          assertSameEnd(bench, clean, i, after);
          assertNothingLeftToDo(bench);
        }
      }
    }
  }

  /** Making a default group is a reading request in Neutron's API, with an effect. */
  @Test
  void aRunKilledWhileADefaultGroupIsMadeIsCarriedOnByTheNext() {
    Clean clean = clean();
    for (boolean after : new boolean[] {false, true}) {
      for (int i = 0; i < 3; i++) {
        try (Bench bench = bench("list" + i + after)) {
          killAt(bench, "GET", ".*/security-groups", i, after);

          bench.upload("--workers", "1").exits(0);

          assertSameEnd(bench, clean, i, after);
        }
      }
    }
  }

  @Test
  void aRunKilledTwiceIsCarriedOnByTheThird() {
    Clean clean = clean();
    for (int i = 3; i < clean.writes() - 3; i += 4) {
      try (Bench bench = bench("twice" + i)) {
        killAt(bench, "POST|PUT|DELETE", "(?!.*/auth/tokens).*", i, true);
        killAt(bench, "POST|PUT|DELETE", "(?!.*/auth/tokens).*", 0, true);

        bench.upload("--workers", "1").exits(0);

        assertSameEnd(bench, clean, i, true);
      }
    }
  }

  private static final int PROJECTS = 12;

  private Bench crowd(String name) {
    Bench bench = Bench.newton(dir.resolve(name)).users("ann");
    for (int i = 0; i < PROJECTS; i++) {
      String next = "a" + (i + 1) % PROJECTS;
      bench.projects("p" + i);
      bench
          .source
          .nova("p" + i, "cores", 40 + i)
          .keypair("ann", "k" + i, Keys.rsa(i % 3))
          .defaultGroup("d" + i, "p" + i)
          .group("a" + i, "p" + i, "web")
          .group("b" + i, "p" + i, "web")
          .openEgress("b" + i)
          .rules(
              Rule.ingress("d" + i).from("a" + i),
              Rule.ingress("a" + i).tcp(80, 80).from(next),
              Rule.ingress("b" + i).tcp(1, 1 + i));
    }
    return bench;
  }

  @Test
  void manyWorkersEndAsOneDoes() {
    try (Bench one = crowd("one");
        Bench many = crowd("many")) {
      one.upload("--workers", "1").exits(0);
      many.upload("--workers", "16").exits(0);

      assertThat(many.end()).isEqualTo(one.end());
    }
  }

  /** Other requests are in flight when the process dies. */
  @ParameterizedTest
  @CsvSource({"3, true", "14, false", "26, true", "29, false", "34, true", "48, true", "70, false"})
  void aRunOfManyWorkersThatIsKilledIsCarriedOnByTheNext(int skip, boolean after) {
    try (Bench clean = crowd("clean");
        Bench bench = crowd("killed")) {
      clean.upload().exits(0);
      killAt(bench, "POST|PUT|DELETE", "(?!.*/auth/tokens).*", skip, after, "8");

      bench.upload("--workers", "8").exits(0);

      assertThat(bench.end()).isEqualTo(clean.end());
      assertNothingLeftToDo(bench);
    }
  }

  /** Design §4: an intent is on disk before its request leaves. */
  @Test
  void atEachWriteItsIntentIsTheJournalsLastLine() {
    try (Bench bench = bench("intents")) {
      List<String> last = Collections.synchronizedList(new ArrayList<>());
      bench
          .cloud
          .faults()
          .add(
              Fault.on("POST|PUT|DELETE", "(?!.*/auth/tokens).*")
                  .run(() -> last.add(lastLine(bench.journal())))
                  .always());

      bench.upload("--workers", "1").exits(0);

      assertThat(last).hasSize(bench.writes().size());
      assertThat(last).allMatch(line -> line.contains("\"entry\":\"intent\""));
    }
  }

  private static String lastLine(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSameEnd(Bench bench, Clean clean, int i, boolean after) {
    assertThat(bench.end()).as("stopped at %d, after %s", i, after).isEqualTo(clean.end());
  }

  private static void assertNothingLeftToDo(Bench bench) {
    bench.cloud.requests().clear();
    bench.upload("--workers", "1").exits(0);
    assertThat(bench.writes()).isEmpty();
  }

  /**
   * Runs until the given request, from which on nothing reaches the cloud, and leaves the journal
   * as it was at that moment: what a kill leaves.
   */
  private static void killAt(Bench bench, String method, String path, int skip, boolean after) {
    killAt(bench, method, path, skip, after, "1");
  }

  private static void killAt(
      Bench bench, String method, String path, int skip, boolean after, String workers) {
    AtomicBoolean killed = new AtomicBoolean();
    Path asOfKill = bench.data().resolveSibling("journal-as-of-kill");
    Fault kill =
        Fault.on(method, path)
            .skip(skip)
            .run(
                () -> {
                  killed.set(true);
                  bench.cloud.faults().add(Fault.on(".*", ".*").drop().always());
                  if (after) {
                    bench.cloud.faults().add(Fault.on(".*", ".*").drop().always().afterEffect());
                  }
                  copy(bench.journal(), asOfKill);
                })
            .drop();
    bench.cloud.faults().add(after ? kill.afterEffect() : kill);
    Ran ran = bench.upload("--workers", workers, "--max-failures", "1");
    assertThat(killed).as("reached request %d: %s", skip, ran.all()).isTrue();
    assertThat(ran.code()).as(ran.all()).isNotZero();
    assertThat(ran.all()).doesNotContain("\tat ");
    bench.cloud.faults().clear();
    if (Files.exists(asOfKill)) {
      copy(asOfKill, bench.journal());
    }
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.exists(from)) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
