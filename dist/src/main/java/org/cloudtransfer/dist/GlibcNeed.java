package org.cloudtransfer.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The newest glibc that a native file asks for.
 *
 * <p>The names of symbol versions ({@code GLIBC_2.17}) stand as text in an ELF file's dynamic
 * string table, and nothing else reads like them: they are looked for in all of the file. What is
 * found is never too old.
 *
 * @param file where it was found; of a file in a jar {@code JAR!/ENTRY}
 * @param minor of glibc 2
 */
record GlibcNeed(String file, int minor) {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /** Where an ELF file says for which machine it is, and what it says if that is x86-64. */
  private static final int MACHINE = 18;

  private static final byte X86_64 = 62;

  private static final Pattern VERSION = Pattern.compile("GLIBC_2\\.(\\d{1,3})");

  /** The needs of all files for x86-64 below a directory, those within jars included. */
  static List<GlibcNeed> below(Path directory) throws IOException {
    List<GlibcNeed> needs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = directory.relativize(file).toString();
        if (name.endsWith(".jar")) {
          inJar(name, file, needs);
        } else {
          try (InputStream in = Files.newInputStream(file)) {
            in(name, in).ifPresent(needs::add);
          }
        }
      }
    }
    return needs;
  }

  private static void inJar(String name, Path jar, List<GlibcNeed> needs) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        in(name + "!/" + entry.getName(), zip).ifPresent(needs::add);
      }
    }
  }

  /** Empty if it is no native file for x86-64, or asks for no glibc. */
  private static Optional<GlibcNeed> in(String name, InputStream in) throws IOException {
    byte[] head = in.readNBytes(MACHINE + 1);
    return head.length > MACHINE
            && Arrays.equals(Arrays.copyOf(head, ELF.length), ELF)
            && head[MACHINE] == X86_64
        ? of(name, in.readAllBytes())
        : Optional.empty();
  }

  private static Optional<GlibcNeed> of(String name, byte[] elf) {
    return VERSION
        .matcher(new String(elf, StandardCharsets.ISO_8859_1))
        .results()
        .map(GlibcNeed::minor)
        .max(Integer::compare)
        .map(minor -> new GlibcNeed(name, minor));
  }

  private static int minor(MatchResult version) {
    return Integer.parseInt(version.group(1));
  }

  @Override
  public String toString() {
    return file + " needs glibc 2." + minor;
  }
}
