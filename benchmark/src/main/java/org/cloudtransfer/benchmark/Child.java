package org.cloudtransfer.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs one of the programs in a virtual machine of its own. */
final class Child {
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment;
  private Consumer<String> watcher = line -> {};

  Child(Map<String, String> environment, String... jvmOptions) {
    this.environment = environment;
    options.addAll(Arrays.asList(jvmOptions));
  }

  /**
   * How a program ran.
   *
   * @param lines what it said, by the second since its start
   * @param peakMiB of resident memory
   */
  record Ran(double seconds, double cpuSeconds, double peakMiB, List<Said> lines) {
    /** When a line that begins so was said first. */
    double when(String beginning) {
      return lines.stream()
          .filter(said -> said.text().startsWith(beginning))
          .mapToDouble(Said::second)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("nobody said " + beginning + ": " + lines));
    }
  }

  record Said(double second, String text) {}

  /** Tells of each line as it comes. */
  Child watching(Consumer<String> each) {
    watcher = each;
    return this;
  }

  /** Runs a main class; that must end with exit code 0. */
  Ran run(String main, String... args) throws IOException {
    Path usage = Files.createTempFile("usage", "");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Watched.class.getName(), usage.toString(), main));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    List<Said> lines = new ArrayList<>();
    int code = await(builder.start(), start, lines);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      lines.forEach(said -> System.err.println(said.text()));
      throw new IllegalStateException(main + " ended with " + code + ": " + error(lines));
    }
    String[] used = Files.readString(usage).split(" ");
    Files.delete(usage);
    double peak = Double.parseDouble(used[1]) / 1024;
    return new Ran(seconds, Double.parseDouble(used[0]) / 1000, peak, lines);
  }

  private static String error(List<Said> lines) {
    return lines.stream()
        .map(Said::text)
        .filter(text -> text.startsWith("error:"))
        .findFirst()
        .orElse("no word why");
  }

  private int await(Process process, long start, List<Said> lines) throws IOException {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(new Said((System.nanoTime() - start) / 1e9, line));
        watcher.accept(line);
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    }
  }
}
