package org.cloudtransfer.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs {@code download} and {@code upload} as processes of their own, with the class path of this
 * one, and shows what they print.
 *
 * @param out where to show command lines and output
 */
public record Programs(Path directory, PrintStream out) {

  /** A run that has ended. */
  public record Ended(int exitCode, String output) {}

  /** A run that goes on. Its output is to be read with {@link #await()}. */
  public record Running(Process process, PrintStream out) {

    /** Shows the rest of what it prints and waits for its end. */
    public Ended await() throws IOException, InterruptedException {
      StringBuilder all = new StringBuilder();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          out.println("  | " + line);
          all.append(line).append('\n');
        }
      }
      return new Ended(process.waitFor(), all.toString());
    }
  }

  /** Runs {@code download}; its environment holds nothing of use. */
  public Ended download(String... arguments) throws IOException, InterruptedException {
    return start("download", Map.of(), arguments).await();
  }

  /** Runs {@code upload} in an administrator's environment. */
  public Ended upload(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return startUpload(environment, arguments).await();
  }

  /** Begins to run {@code upload}. */
  public Running startUpload(Map<String, String> environment, String... arguments)
      throws IOException {
    return start("upload", environment, arguments);
  }

  private Running start(String program, Map<String, String> environment, String... arguments)
      throws IOException {
    out.println();
    out.println("$ " + program + " " + quoted(arguments));
    List<String> command = new ArrayList<>(java(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("OS_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Running(process, out);
  }

  private static List<String> java(String program) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "org.cloudtransfer." + program + ".Main");
  }

  private static String quoted(String... arguments) {
    return Arrays.stream(arguments)
        .map(a -> a.matches("[A-Za-z0-9_./=,:@%+-]+") ? a : "'" + a.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
