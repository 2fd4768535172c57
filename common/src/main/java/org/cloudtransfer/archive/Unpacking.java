package org.cloudtransfer.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.Row.BadRowException;

/** From tarball to data directory: unpack aside, check, then put in place. */
final class Unpacking {
  private Unpacking() {}

  static Archive unpack(Path tarball) throws IOException {
    Path directory = tarball.resolveSibling(dataDirectoryName(tarball));
    Path staging = Private.createBeside(directory);
    try {
      List<String> left = extract(tarball, staging);
      Archive archive = read(tarball, staging, directory, left);
      place(staging, directory);
      return archive;
    } finally {
      Private.discard(staging);
    }
  }

  private static String dataDirectoryName(Path tarball) {
    String name = tarball.getFileName().toString();
    for (String suffix : List.of(Archive.SUFFIX, ".tbz2", ".tbz", ".tar")) {
      if (name.endsWith(suffix) && name.length() > suffix.length()) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name + ".data";
  }

  private static List<String> extract(Path tarball, Path staging) {
    try {
      return Tarball.extract(tarball, staging, Unpacking::isKnown);
    } catch (Tarball.UnsafeTarballException e) {
      throw refused(tarball, e.getMessage(), e);
    } catch (FileSystemException e) {
      throw new StopException(
          org.cloudtransfer.cli.ExitCode.BAD_INPUT,
          "Could not unpack " + tarball + ": " + words(e) + ".",
          "Make room beside it, or move it to where there is some.",
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw refused(tarball, "it is torn or no bzip2 tarball (" + words(e) + ")", e);
    }
  }

  private static boolean isKnown(String name) {
    return name.equals(Manifest.FILE_NAME)
        || ArchiveWriter.tableOf(name).isPresent()
        || LegacyReader.isKnown(name);
  }

  private static Archive read(Path tarball, Path staging, Path directory, List<String> left)
      throws IOException {
    try {
      return Files.exists(staging.resolve(Manifest.FILE_NAME))
          ? FormatOneReader.read(staging, directory, left)
          : LegacyReader.read(staging, directory, left);
    } catch (BadArchiveException | BadRowException e) {
      throw refused(tarball, e.getMessage(), e);
    }
  }

  private static StopException refused(Path tarball, String why, Exception cause) {
    return new StopException(
        org.cloudtransfer.cli.ExitCode.BAD_INPUT,
        "The tarball " + tarball + " is refused: " + why + ".",
        "Copy it again from the old controller and compare the checksums, or download anew.",
        cause);
  }

  private static void place(Path staging, Path directory) throws IOException {
    requireSame(staging, directory);
    Private.createDirectory(directory);
    try (Stream<Path> files = Files.list(staging)) {
      for (Path file : files.toList()) {
        Private.move(file, directory.resolve(file.getFileName()));
      }
    }
    Private.sync(directory);
    Private.sync(directory.toAbsolutePath().getParent());
  }

  /** The directory may be absent, empty, or what this very tarball unpacks to. */
  private static void requireSame(Path staging, Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Optional<String> stranger = stranger(staging, directory);
    if (stranger.isPresent()) {
      throw StopException.badInput(
          directory + " is not what this tarball unpacks to: " + stranger.get() + ".",
          "Move that directory away, or copy the tarball to an empty directory and run it there.");
    }
  }

  private static Optional<String> stranger(Path staging, Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.of("it is no directory");
    }
    boolean empty;
    try (Stream<Path> files = Files.list(directory)) {
      empty = files.findAny().isEmpty();
    }
    Path manifest = staging.resolve(Manifest.FILE_NAME);
    Path other = directory.resolve(Manifest.FILE_NAME);
    if (empty) {
      return Optional.empty();
    }
    if (Files.exists(manifest)) {
      return Files.exists(other) && Files.mismatch(manifest, other) < 0
          ? Optional.empty()
          : Optional.of("its manifest.json is another one, or missing");
    }
    return sameLegacyFiles(staging, directory)
        ? Optional.empty()
        : Optional.of("its files differ from those of the tarball");
  }

  private static boolean sameLegacyFiles(Path staging, Path directory) throws IOException {
    try (Stream<Path> files = Files.list(staging)) {
      for (Path file : files.toList()) {
        Path other = directory.resolve(file.getFileName());
        if (!Files.exists(other) || Files.mismatch(file, other) >= 0) {
          return false;
        }
      }
    }
    return true;
  }

  static String words(Exception e) {
    if (e instanceof FileSystemException f) {
      return f.getFile() + ": " + (f.getReason() == null ? "no access" : f.getReason());
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** An archive that contradicts itself; the message completes a sentence. */
  static final class BadArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadArchiveException(String message) {
      super(message);
    }
  }
}
