package org.cloudtransfer.archive;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Keeps a parser from taking in a record that no memory holds: a quote that is never closed makes
 * the rest of a file one field. Reading ahead counts to the record that is being read.
 */
final class RecordReader extends FilterReader {
  /** Characters; the longest field that a source has, a key, is 64 KiB. */
  static final int LONGEST = 16 << 20;

  private int taken;

  RecordReader(Reader in) {
    super(in);
  }

  /** A record has ended. */
  void nextRecord() {
    taken = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int n) throws IOException {
    taken += n;
    if (taken > LONGEST) {
      throw new IOException("it has a record of more than " + LONGEST + " characters");
    }
  }
}
