package org.cloudtransfer.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A program of the system to compare with. */
final class Yardstick {
  private Yardstick() {}

  static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> new File(directory, program).canExecute());
  }

  /** The seconds that a command takes; it must succeed. */
  static double seconds(String... command) throws IOException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .inheritIO()
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(List.of(command) + " failed");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
