package org.cloudtransfer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are read whole, up to a size that none of them has in earnest. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * The bytes of a file.
   *
   * @param most that it may have
   * @throws IOException if it cannot be read, or is larger
   */
  public static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new IOException("it is larger than " + most + " bytes, which none of its sort is");
      }
      return bytes;
    }
  }

  /**
   * The text of a file.
   *
   * @param most bytes that it may have
   * @throws IOException as {@link #bytes}, or if it is not UTF-8
   */
  public static String text(Path file, int most) throws IOException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes(file, most)))
        .toString();
  }
}
