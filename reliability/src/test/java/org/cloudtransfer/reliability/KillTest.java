package org.cloudtransfer.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample of what {@code bin/reliability} does in whole. The seed is in every failure, and {@code
 * -Dreliability.seed} takes it.
 */
final class KillTest {
  private static final long SEED = Long.getLong("reliability.seed", new Random().nextInt(100_000));
  private static final int RANDOM_KILLS = 12;
  private static final int STRIDE = 25;
  private static final int PARALLEL = 2;

  @TempDir private static Path directory;
  private static Harness harness;

  @BeforeAll
  static void prepare() throws Exception {
    harness = Harness.prepare(directory.resolve("runs"));
  }

  private static Cases cases() {
    return new Cases(harness.cleanRun());
  }

  /** One of so many, another one with each seed. */
  private static List<Case> some(List<Case> all) {
    int first = (int) (SEED % STRIDE);
    return IntStream.range(0, all.size())
        .filter(i -> i % STRIDE == first)
        .mapToObj(all::get)
        .toList();
  }

  private static void assertGood(Result result) {
    assertThat(result.verdict().lines())
        .as("seed %d: %s %s", SEED, result.of(), result.last().remarks())
        .isEmpty();
  }

  @Test
  void killedAtARequestItEndsLikeACleanRun() throws Exception {
    List<Case> cases = some(cases().atRequests());
    assertThat(harness.run(cases, Harness.AT_ONCE, PARALLEL, result -> {}))
        .isNotEmpty()
        .allSatisfy(KillTest::assertGood)
        .anySatisfy(result -> assertThat(result.killed()).hasSize(1));
  }

  @Test
  void killedAtALineOfTheJournalItEndsLikeACleanRun() throws Exception {
    List<Case> cases = some(cases().atJournalLines());
    assertThat(harness.run(cases, Harness.AT_ONCE, PARALLEL, result -> {}))
        .isNotEmpty()
        .allSatisfy(KillTest::assertGood);
  }

  @Test
  void killedAtRandomItEndsLikeACleanRun() throws Exception {
    assertThat(harness.random(cases(), RANDOM_KILLS, new Random(SEED), PARALLEL, result -> {}))
        .allSatisfy(KillTest::assertGood);
  }
}
