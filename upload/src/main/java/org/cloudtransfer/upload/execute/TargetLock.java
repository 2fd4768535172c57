package org.cloudtransfer.upload.execute;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/**
 * Keeps a second run of the same account on this machine away from a cloud, whatever archive it is
 * for. Runs on other machines and of other accounts are not seen.
 *
 * <p>The lock is a file in a directory that only its owner can enter, below the directory for
 * temporary files; the kernel lets go of it when the process ends, however it ends.
 */
public final class TargetLock implements Closeable {
  private static final int ATTEMPTS = 10;

  private final Path file;
  private final FileChannel channel;

  private TargetLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Where the locks of this account are. */
  public static Path directory() {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "cloudtransfer-" + user);
  }

  /**
   * Takes the lock of a cloud. Where that cannot be done at all, a warning says so and the run goes
   * on without.
   *
   * @param target the {@linkplain org.cloudtransfer.upload.cloud.Cloud#identity() identity} of the
   *     cloud
   * @throws StopException with {@code LOCKED} if another run holds it
   */
  public static TargetLock take(
      Path directory, String target, Clock clock, Consumer<String> warning) {
    String name = UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8)) + ".lock";
    Path file = directory.resolve(name);
    try {
      requireOurs(directory);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<FileChannel> channel = open(file);
        if (channel.isPresent()) {
          write(channel.get(), Holder.me(clock).toString());
          return new TargetLock(file, channel.get());
        }
      }
      throw new IOException("it is replaced all the time");
    } catch (IOException e) {
      warning.accept(
          "The lock "
              + file
              + " cannot be taken ("
              + e.getMessage()
              + "); make sure that no other run is at work on this cloud.");
      return new TargetLock(file, null);
    }
  }

  /** A directory that another account has made could hold anything in place of our file. */
  private static void requireOurs(Path directory) throws IOException {
    FileAttribute<?> mode =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      Files.createDirectory(directory, mode);
    } catch (FileAlreadyExistsException e) {
      boolean ours =
          Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
              && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS)
                  .equals(Files.getOwner(Path.of("/proc/self")));
      if (!ours) {
        throw new IOException(directory + " is not ours", e);
      }
    }
  }

  /**
   * Empty if the file was removed meanwhile, by the run that held it: then another is its place.
   */
  private static Optional<FileChannel> open(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // of a run at work, or of one that was killed
    }
    FileChannel channel = null;
    try {
      Object before = key(file);
      channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
      requireFree(channel, file);
      if (before.equals(key(file))) {
        return Optional.of(channel);
      }
    } catch (NoSuchFileException e) {
      // removed in between
    } catch (IOException | StopException e) {
      close(channel);
      throw e;
    }
    close(channel);
    return Optional.empty();
  }

  private static void close(FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  private static void requireFree(FileChannel channel, Path file) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new StopException(
          ExitCode.LOCKED,
          "Another run holds the lock of this cloud, " + file + ": " + holder(file) + ".",
          "Wait until it has ended, then run this again.");
    }
  }

  private static String holder(Path file) throws IOException {
    String text = Files.readString(file).strip();
    return text.isEmpty() ? "it has just begun" : text;
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      Files.deleteIfExists(file);
      channel.close();
    }
  }
}
