package org.cloudtransfer.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** The tar and bzip2 side of an archive. */
final class Tarball {
  /** More entries than any archive has, of either format. */
  private static final int ENTRIES_MAX = 64;

  /** What one tarball may unpack to, in bytes, however well it is compressed. */
  private static final long BYTES_MAX = 64L << 30;

  /** Below this size no ratio is suspicious; above it CSV never packs better than this. */
  private static final long RATIO_FREE_BYTES = 256L << 20;

  private static final long RATIO_MAX = 1_000;

  /** A block, its sorting and what it is compressed to take some 10 MiB. */
  private static final long MEMORY_PER_THREAD = 32L << 20;

  private Tarball() {}

  /**
   * Packs files into one bzip2 stream: several streams in one file are silently cut short by some
   * readers (Python's {@code tarfile} in stream mode, commons-compress by default).
   */
  static void write(Path tarball, String root, Path directory, List<String> names, Instant time)
      throws IOException {
    try (FileChannel channel = Private.create(tarball);
        OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        SplicedBZip2OutputStream bzip2 = new SplicedBZip2OutputStream(file, threads())) {
      TarArchiveOutputStream tar = new TarArchiveOutputStream(bzip2, "UTF-8");
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      add(tar, entry(root + "/", 0, 0700, time), null);
      for (String name : names) {
        Path source = directory.resolve(name);
        add(tar, entry(root + "/" + name, Files.size(source), 0600, time), source);
      }
      tar.finish();
      bzip2.finish();
      file.flush();
      channel.force(true);
    }
  }

  /** All cores, so far as each has room for what it works on. */
  private static int threads() {
    Runtime machine = Runtime.getRuntime();
    long room = machine.maxMemory() / MEMORY_PER_THREAD;
    return (int) Math.max(1, Math.min(machine.availableProcessors(), room));
  }

  private static TarArchiveEntry entry(String name, long size, int mode, Instant time) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(mode);
    entry.setModTime(Date.from(time));
    entry.setIds(0, 0);
    return entry;
  }

  private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, Path source)
      throws IOException {
    tar.putArchiveEntry(entry);
    if (source != null) {
      Files.copy(source, tar);
    }
    tar.closeArchiveEntry();
  }

  /**
   * Unpacks the wanted files, without their directories, into a directory.
   *
   * @param wanted by base name; what is not wanted is left in the tarball
   * @return the base names of the files that were left
   * @throws UnsafeTarballException for a path that leaves its root, a link, a device, two files of
   *     one name, or more data than could be meant
   * @throws IOException if the tarball is torn
   */
  static List<String> extract(Path tarball, Path directory, Predicate<String> wanted)
      throws IOException {
    long limit = Math.min(BYTES_MAX, Math.max(RATIO_FREE_BYTES, Files.size(tarball) * RATIO_MAX));
    try (InputStream file = new BufferedInputStream(Files.newInputStream(tarball), 1 << 16);
        InputStream bzip2 = new BZip2CompressorInputStream(file, true)) {
      return unpack(new BoundedInputStream(bzip2, limit), directory, wanted);
    }
  }

  /** The same from what is in the bzip2 stream; reads all of it. */
  static List<String> unpack(InputStream bounded, Path directory, Predicate<String> wanted)
      throws IOException {
    List<String> left = new ArrayList<>();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(bounded, "UTF-8")) {
      int count = 0;
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        requireSafe(e, ++count);
        String name = baseName(e.getName());
        if (e.isDirectory()) {
          continue;
        }
        if (wanted.test(name)) {
          copy(tar, directory.resolve(name));
        } else {
          left.add(name);
        }
      }
      bounded.transferTo(OutputStream.nullOutputStream());
    }
    return left;
  }

  private static void requireSafe(TarArchiveEntry entry, int count) {
    String name = entry.getName();
    if (count > ENTRIES_MAX) {
      throw new UnsafeTarballException("it has more than " + ENTRIES_MAX + " entries");
    }
    if (name.startsWith("/") || List.of(name.split("/")).contains("..")) {
      throw new UnsafeTarballException(
          "its entry "
              + name
              + " leads out of it (so it is if the old tool's --directory began with ..: pack the"
              + " same files anew)");
    }
    if (!entry.isDirectory() && !entry.isFile() || isSpecial(entry)) {
      throw new UnsafeTarballException("its entry " + name + " is neither file nor directory");
    }
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isSymbolicLink()
        || entry.isLink()
        || entry.isBlockDevice()
        || entry.isCharacterDevice()
        || entry.isFIFO()
        || entry.isSparse();
  }

  private static String baseName(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  private static void copy(InputStream in, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new UnsafeTarballException("it holds " + file.getFileName() + " twice");
    }
    try (OutputStream out = toDisk(Channels.newOutputStream(Private.create(file)), file)) {
      in.transferTo(out);
    }
  }

  /** Tells what cannot be written from what cannot be read: a full disk is no torn tarball. */
  static OutputStream toDisk(OutputStream out, Path file) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
          out.write(bytes, offset, length);
        } catch (IOException e) {
          FileSystemException full =
              new FileSystemException(file.getFileName().toString(), null, e.getMessage());
          full.initCause(e);
          throw full;
        }
      }
    };
  }

  /** A tarball that no download of ours could have written; the message completes a sentence. */
  static final class UnsafeTarballException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeTarballException(String message) {
      super(message);
    }
  }

  /** Stops a decompression bomb. */
  private static final class BoundedInputStream extends java.io.FilterInputStream {
    private long left;

    BoundedInputStream(InputStream in, long limit) {
      super(in);
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) {
      left -= n;
      if (left < 0) {
        throw new UnsafeTarballException("it unpacks to far more than its size could hold");
      }
    }
  }
}
