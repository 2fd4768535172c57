package org.cloudtransfer.fuzz;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The corpus and what a seeded mutation makes of it, through every target: the bounded part of what
 * {@code bin/fuzz} does without bound. {@code -Dfuzz.inputs=N} and {@code -Dfuzz.seed=N} change how
 * much and which.
 */
class ReplayTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 500);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  @TestFactory
  @Timeout(300)
  Stream<DynamicTest> whatIsReadIsReadOrRefused() {
    return Fuzz.TARGETS.entrySet().stream()
        .map(target -> dynamicTest(target.getKey(), () -> replay(target.getKey())));
  }

  private static void replay(String name) throws IOException {
    Consumer<byte[]> target = Fuzz.TARGETS.get(name);
    List<byte[]> corpus = corpus(name);
    Assertions.assertThat(corpus).as("inputs for " + name).isNotEmpty();
    corpus.forEach(input -> feed(target, input));
    Random random = new Random(SEED);
    for (int i = 0; i < INPUTS; i++) {
      feed(target, Mutation.of(corpus, random));
    }
  }

  private static void feed(Consumer<byte[]> target, byte[] input) {
    try {
      target.accept(input);
    } catch (RuntimeException | Error e) {
      String text = Base64.getEncoder().encodeToString(input);
      throw new AssertionError("seed " + SEED + ", input in base64: " + text, e);
    }
  }

  private static List<byte[]> corpus(String name) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/corpus", name))) {
      return files.sorted().map(ReplayTest::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
