package org.cloudtransfer.reliability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code upload} as a process of its own, with the class path of this one.
 *
 * @param java the command up to the main class
 */
record Upload(List<String> java) {
  private static final String MAIN = "org.cloudtransfer.upload.Main";

  /** Shares the loaded classes of a run between all later ones, for they are short. */
  static Upload withSharedClasses(Path archive) {
    return new Upload(command("-Xshare:auto", "-XX:SharedArchiveFile=" + archive.toAbsolutePath()));
  }

  /** Leaves the classes that it loaded in a file when it ends, unless some are not in jars. */
  static Upload sharingClasses(Path archive) {
    return new Upload(command("-XX:ArchiveClassesAtExit=" + archive.toAbsolutePath()));
  }

  private static List<String> command(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // a killed process would leave its counters in the directory for temporary files
            "-XX:-UsePerfData",
            "-Xmx192m",
            "-Xlog:disable"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath()));
    return List.copyOf(command);
  }

  /** Without the harness itself. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*[/\\\\]reliability[/\\\\]target[/\\\\].*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Starts it.
   *
   * @param said the file that takes its output; its remarks go into another one beside it
   */
  Process start(Map<String, String> environment, Path said, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(java);
    command.add(MAIN);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(said.toAbsolutePath().getParent().toFile())
            .redirectOutput(said.toFile())
            .redirectError(remarks(said).toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("OS_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  static Path remarks(Path said) {
    return said.resolveSibling(said.getFileName() + ".err");
  }

  /** Whether a file of shared classes came into being. */
  static boolean isUsable(Path archive) {
    return Files.exists(archive);
  }
}
