package org.cloudtransfer.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes one bzip2 stream whose blocks are compressed on several threads, and waits while as many
 * are under way as there are threads. It is one stream like any other: several in one file, as
 * parallel compressors write them, are cut short by readers that stop after the first.
 *
 * <p>{@link #finish} ends the stream; closing without it only frees the threads.
 */
final class SplicedBZip2OutputStream extends OutputStream {
  private static final int STREAM_MAGIC = 'B' << 24 | 'Z' << 16 | 'h' << 8 | '9';

  private final BitSink out;
  private final ExecutorService pool;
  private final int ahead;
  private final Queue<Future<BZip2Block>> underWay = new ArrayDeque<>();
  private final byte[] chunk = new byte[BZip2Block.BYTES_MAX];
  private int filled;
  private int sum;

  SplicedBZip2OutputStream(OutputStream out, int threads) throws IOException {
    this.out = new BitSink(out);
    this.pool = Executors.newFixedThreadPool(threads, SplicedBZip2OutputStream::thread);
    this.ahead = threads + 1;
    this.out.write(STREAM_MAGIC, Integer.SIZE);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "bzip2");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      int some = Math.min(left, chunk.length - filled);
      System.arraycopy(bytes, at, chunk, filled, some);
      filled += some;
      at += some;
      left -= some;
      if (filled == chunk.length) {
        compress();
      }
    }
  }

  private void compress() throws IOException {
    byte[] bytes = Arrays.copyOf(chunk, filled);
    filled = 0;
    underWay.add(pool.submit(() -> BZip2Block.of(bytes)));
    if (underWay.size() > ahead) {
      append();
    }
  }

  private void append() throws IOException {
    BZip2Block block = next();
    sum = Integer.rotateLeft(sum, 1) ^ block.sum();
    out.write(block.bytes(), BZip2Block.FIRST_BYTE, block.bits());
  }

  private BZip2Block next() throws IOException {
    try {
      return underWay.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    } catch (ExecutionException e) {
      throw new IOException("compressing failed: " + e.getCause(), e.getCause());
    }
  }

  /** Ends the stream; the one below stays open. */
  void finish() throws IOException {
    if (filled > 0) {
      compress();
    }
    while (!underWay.isEmpty()) {
      append();
    }
    out.write(BZip2Block.END_MAGIC >>> 24, 24);
    out.write(BZip2Block.END_MAGIC & 0xffffff, 24);
    out.write(Integer.toUnsignedLong(sum), Integer.SIZE);
    out.pad();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
