package org.cloudtransfer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;
import org.cloudtransfer.fuzz.Scratch;

/** A whole tarball; input that is not bzip2 is compressed first, so that its tar is reached. */
public final class ArchiveFuzz {
  private ArchiveFuzz() {}

  /** All or nothing: a refused tarball leaves nothing beside itself. */
  public static void read(byte[] data) {
    Path directory = Scratch.directory("archive");
    Path tarball = directory.resolve("a.tar.bz2");
    try {
      Files.write(tarball, isCompressed(data) ? data : compressed(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      String seal = Archive.open(tarball).seal();
      require(Scratch.names(directory).equals(List.of("a", "a.tar.bz2")), directory);
      require(Archive.open(tarball).seal().equals(seal), directory);
    } catch (StopException stop) {
      Refusal.check(stop);
      require(Scratch.names(directory).equals(List.of("a.tar.bz2")), directory);
    }
  }

  private static boolean isCompressed(byte[] data) {
    return data.length > 2 && data[0] == 'B' && data[1] == 'Z' && data[2] == 'h';
  }

  private static byte[] compressed(byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream bzip2 = new BZip2CompressorOutputStream(bytes, 1)) {
      bzip2.write(data);
    }
    return bytes.toByteArray();
  }

  private static void require(boolean fine, Path directory) {
    if (!fine) {
      throw new AssertionError("left " + Scratch.names(directory));
    }
  }
}
