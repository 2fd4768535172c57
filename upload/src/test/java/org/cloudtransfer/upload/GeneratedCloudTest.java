package org.cloudtransfer.upload;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The invariants, on clouds that nobody thought of. {@code -Dclouds=N} for how many, {@code
 * -Dclouds.seed=N} for the first one's seed; a failure names its seed and the smallest cloud that
 * still fails.
 */
class GeneratedCloudTest {
  private static final int CLOUDS = Integer.getInteger("clouds", 40);
  private static final long SEED = Long.getLong("clouds.seed", 1);

  @TempDir Path dir;
  private final AtomicInteger builds = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> everyInvariantHolds() {
    return LongStream.range(SEED, SEED + CLOUDS)
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> pass(seed)));
  }

  private void pass(long seed) {
    GeneratedCloud cloud = CloudGenerator.of(seed);
    Throwable failure = failure(cloud);
    if (failure != null) {
      GeneratedCloud small = shrunk(cloud);
      throw new AssertionError("seed " + seed + ", reduced to " + small, failure(small));
    }
  }

  private Throwable failure(GeneratedCloud cloud) {
    try {
      Passage.of(cloud, dir.resolve("cloud" + builds.incrementAndGet()));
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    }
  }

  /** Leaves out runs of pieces, long ones first, as long as it still fails. */
  private GeneratedCloud shrunk(GeneratedCloud cloud) {
    GeneratedCloud small = cloud;
    for (int length = small.pieces().size() / 2; length > 0; length /= 2) {
      for (int from = 0; from + length <= small.pieces().size(); ) {
        GeneratedCloud less = small.without(from, from + length);
        if (failure(less) != null) {
          small = less;
        } else {
          from += length;
        }
      }
    }
    return small;
  }
}
