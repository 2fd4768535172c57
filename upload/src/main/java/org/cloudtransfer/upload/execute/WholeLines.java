package org.cloudtransfer.upload.execute;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads lines one by one, and tells where the last whole one ends. One thread. */
final class WholeLines {
  private static final int CHUNK = 1 << 16;

  /** What was there before may be many groups in one line. */
  private static final int LINE_MAX = 1 << 26;

  private final Consumer<String> each;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long end;

  private WholeLines(Consumer<String> each) {
    this.each = each;
  }

  /**
   * Hands on every line that has its end.
   *
   * @param size how many bytes to read; more may come of a device
   * @return how many bytes the whole lines take
   */
  static long read(InputStream bytes, long size, Consumer<String> each) throws IOException {
    WholeLines lines = new WholeLines(each);
    byte[] chunk = new byte[CHUNK];
    for (long left = size; left > 0; ) {
      int some = bytes.readNBytes(chunk, 0, (int) Math.min(CHUNK, left));
      if (some == 0) {
        throw new IOException("it has become shorter meanwhile");
      }
      lines.take(chunk, some);
      left -= some;
    }
    return lines.end;
  }

  private void take(byte[] chunk, int size) throws IOException {
    int from = 0;
    for (int i = 0; i < size; i++) {
      if (chunk[i] == '\n') {
        line.write(chunk, from, i - from);
        end += line.size() + 1;
        each.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
        from = i + 1;
      }
    }
    line.write(chunk, from, size - from);
    if (line.size() > LINE_MAX) {
      throw new IOException("it has a line that is longer than any");
    }
  }
}
