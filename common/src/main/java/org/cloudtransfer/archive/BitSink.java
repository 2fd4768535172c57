package org.cloudtransfer.archive;

import java.io.IOException;
import java.io.OutputStream;

/** Writes bits, the highest first. */
final class BitSink {
  private final OutputStream out;
  private int held;
  private int heldBits;

  BitSink(OutputStream out) {
    this.out = out;
  }

  /** Writes the lowest bits of a number. */
  void write(long value, int bits) throws IOException {
    for (int left = bits; left > 0; left--) {
      held = held << 1 | (int) (value >>> (left - 1)) & 1;
      if (++heldBits == 8) {
        out.write(held);
        held = 0;
        heldBits = 0;
      }
    }
  }

  /** Writes bits out of an array, beginning with a whole byte. */
  void write(byte[] bytes, int from, long bits) throws IOException {
    int whole = (int) (bits >> 3);
    byte[] shifted = new byte[whole];
    for (int i = 0; i < whole; i++) {
      int both = held << 8 | bytes[from + i] & 0xff;
      shifted[i] = (byte) (both >> heldBits);
      held = both & (1 << heldBits) - 1;
    }
    out.write(shifted);
    int rest = (int) (bits & 7);
    if (rest > 0) {
      write((bytes[from + whole] & 0xff) >> (8 - rest), rest);
    }
  }

  /** Fills the last byte up with zeros. */
  void pad() throws IOException {
    if (heldBits > 0) {
      write(0, 8 - heldBits);
    }
  }
}
