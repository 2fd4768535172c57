package org.cloudtransfer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Files and directories that only their owner can read, whatever the umask. */
public final class Private {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private Private() {}

  /** Creates a file of mode 0600, open for writing; it must not exist. */
  static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(FILE));
  }

  /** Writes a file of mode 0600 durably; it must not exist. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = create(file)) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Writes a file of mode 0600, replacing what is there, at once or not at all. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    Path staging = createBeside(target);
    try {
      Path fresh = staging.resolve(target.getFileName().toString());
      write(fresh, bytes);
      move(fresh, target);
    } finally {
      discard(staging);
    }
  }

  /**
   * Checks that {@link #replace} could write a file.
   *
   * @throws IOException if it could not
   */
  public static void requireWritable(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a directory");
    }
    discard(createBeside(file.toAbsolutePath()));
  }

  /** Why a file could not be written, for a message. */
  public static String reason(IOException e) {
    return e instanceof NoSuchFileException ? "its directory does not exist" : e.getMessage();
  }

  /** Opens a file for appending and reading, creating it with mode 0600 if need be. */
  public static FileChannel openForAppend(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(FILE));
  }

  /** As {@link #openForAppend}; a file that is new is still there after a power failure, too. */
  public static FileChannel openDurably(Path file) throws IOException {
    boolean isNew = Files.notExists(file);
    FileChannel channel = openForAppend(file);
    if (isNew) {
      sync(file.toAbsolutePath().getParent());
    }
    return channel;
  }

  /** A new directory of mode 0700 beside the given path, hidden, for what is not finished. */
  static Path createBeside(Path path) throws IOException {
    return Files.createTempDirectory(
        path.toAbsolutePath().getParent(),
        "." + path.getFileName() + ".partial-",
        PosixFilePermissions.asFileAttribute(DIRECTORY));
  }

  static void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
    Files.setPosixFilePermissions(directory, DIRECTORY);
  }

  /** Puts a finished file in its place, replacing what is there, at once or not at all. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes renames in a directory durable. */
  static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes a directory of plain files that we made; silent if it is gone. */
  static void discard(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }
}
