package org.cloudtransfer.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unpacked distribution with a Java of its own in {@code java/}, and in {@code lib/} an archive
 * of the classes that a start needs, so that the Java does not have to parse and verify them.
 */
final class Image {
  /** That of CentOS 7; SLES 12 has 2.19 and later. */
  static final int GLIBC = 17;

  /**
   * What the programs and their libraries use. Left out although some library mentions it:
   * java.desktop (bean introspection, of which Jackson makes use if it is there), java.transaction.
   */
  static final String MODULES =
      "java.base,java.logging,java.management,java.naming,java.net.http,java.security.jgss,"
          + "java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.unsupported";

  private final Path jdk;
  private final Path home;

  private Image(Path jdk, Path home) {
    this.jdk = jdk;
    this.home = home;
  }

  /**
   * @param jdk to link from: a Linux JDK, 21 or newer, whose class archives may be moved
   * @param plain the unpacked distribution without a Java
   * @param home where to make the image; what is there goes
   * @param time of all its files, for the same bytes each time
   * @throws IllegalArgumentException if a native file of the JDK needs a newer glibc
   */
  static void make(Path jdk, Path plain, Path home, Instant time) throws IOException {
    delete(home);
    Image image = new Image(jdk, home);
    image.requireOldGlibc(jdk);
    copy(plain, home);
    image.link();
    image.requireOldGlibc(home);
    touch(home, time);
    image.archiveClasses();
    touch(home, time);
  }

  private void link() throws IOException {
    if (!Files.isExecutable(jdk.resolve("bin/jlink"))) {
      throw new IllegalArgumentException("There is no bin/jlink in " + jdk + "; name a whole JDK.");
    }
    Tool.run(
        home,
        List.of(
            jdk.resolve("bin/jlink").toString(),
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--compress",
            "zip-6",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            java().toAbsolutePath().toString()));
  }

  private void requireOldGlibc(Path directory) throws IOException {
    List<GlibcNeed> newer =
        GlibcNeed.below(directory).stream().filter(need -> need.minor() > GLIBC).toList();
    if (!newer.isEmpty()) {
      throw new IllegalArgumentException(
          "No image from the JDK %s: in %s, %s; no more than 2.%d may be needed. Give a Temurin."
              .formatted(jdk, directory, newer.get(0), GLIBC));
    }
  }

  private void archiveClasses() throws IOException {
    Path list = home.resolveSibling("classes").toAbsolutePath();
    List<String> loaded = new ArrayList<>();
    for (List<String> start : Starts.all()) {
      java(List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list), start);
      loaded.addAll(Files.readAllLines(list));
    }
    Files.write(list, names(loaded));
    java(
        List.of(
            "-Xshare:dump",
            "-Xlog:disable",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=lib/cloudtransfer.jsa"),
        List.of());
    Files.delete(list);
  }

  /** Sorted, for the same archive each time; without what differs from run to run. */
  private static List<String> names(List<String> loaded) {
    return loaded.stream()
        .filter(line -> !line.matches("(#|@cp ).*|.* source: .*"))
        .map(line -> line.replaceFirst(" id: \\d+$", ""))
        .sorted()
        .distinct()
        .toList();
  }

  /** With the launcher's class path, but from here: the archive must not hold where it was made. */
  private void java(List<String> options, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java().resolve("bin/java").toAbsolutePath().toString());
    command.addAll(options);
    command.addAll(List.of("-cp", Files.readString(home.resolve("lib/classpath")).strip()));
    command.addAll(arguments);
    Tool.run(home, command);
  }

  private Path java() {
    return home.resolve("java");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Java archives are told by size and time, so the time is set before they are read. */
  private static void touch(Path directory, Instant time) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!Files.isSymbolicLink(file)) {
          Files.setLastModifiedTime(file, FileTime.from(time));
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
