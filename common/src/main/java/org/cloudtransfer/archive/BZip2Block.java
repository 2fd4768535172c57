package org.cloudtransfer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/**
 * A block cut out of a bzip2 stream that has no other. A stream is a header of four bytes, blocks
 * that begin at any bit, and an end of 80 bits, filled up to a byte: a mark, and the blocks' sums
 * folded into one, which of a single block is its own.
 *
 * @param bytes the whole stream
 * @param bits of the block, from {@link #FIRST_BYTE} on
 * @param sum of what is in it
 */
record BZip2Block(byte[] bytes, long bits, int sum) {
  /** Before sorting, four equal bytes become five: so much is one block whatever it holds. */
  static final int BYTES_MAX = 719_984;

  static final int FIRST_BYTE = 4;
  static final long END_MAGIC = 0x177245385090L;

  private static final int MAGIC_BITS = 48;
  private static final int SUM_BITS = 32;

  static BZip2Block of(byte[] content) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream(content.length / 2);
    try (BZip2CompressorOutputStream bzip2 =
        new BZip2CompressorOutputStream(stream, BZip2CompressorOutputStream.MAX_BLOCKSIZE)) {
      bzip2.write(content);
    }
    return cut(stream.toByteArray());
  }

  private static BZip2Block cut(byte[] stream) {
    long sum = bits(stream, FIRST_BYTE * 8L + MAGIC_BITS, SUM_BITS);
    for (int padding = 0; padding < 8; padding++) {
      long end = stream.length * 8L - padding - SUM_BITS - MAGIC_BITS;
      if (bits(stream, end, MAGIC_BITS) == END_MAGIC
          && bits(stream, end + MAGIC_BITS, SUM_BITS) == sum) {
        return new BZip2Block(stream, end - FIRST_BYTE * 8L, (int) sum);
      }
    }
    throw new IllegalStateException("the compressor did not write one block");
  }

  private static long bits(byte[] bytes, long from, int count) {
    long value = 0;
    for (long at = from; at < from + count; at++) {
      value = value << 1 | bytes[(int) (at >> 3)] >> (7 - (at & 7)) & 1;
    }
    return value;
  }
}
