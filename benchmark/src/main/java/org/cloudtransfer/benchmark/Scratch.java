package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for one measurement, gone after it. */
record Scratch(Path path) implements AutoCloseable {

  static Scratch in(Path work) throws IOException {
    Files.createDirectories(work);
    return new Scratch(Files.createTempDirectory(work, "run"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
