package org.cloudtransfer.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.Table;

/**
 * Writes one CSV file of an archive, record by record. Closing it makes the file durable and
 * reports its entry of the manifest. One thread.
 *
 * @param <R> the record of one line
 */
public final class TableWriter<R> implements Closeable {
  private final Table<R> table;
  private final Path file;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private final OutputStream out;
  private final Consumer<Manifest.Entry> whenClosed;
  private long rows;

  TableWriter(Table<R> table, Path file, Consumer<Manifest.Entry> whenClosed) throws IOException {
    this.table = table;
    this.file = file;
    this.whenClosed = whenClosed;
    this.channel = Private.create(file);
    OutputStream summed = new DigestOutputStream(Channels.newOutputStream(channel), digest);
    this.out = new BufferedOutputStream(summed, 1 << 16);
    out.write((String.join(",", table.columns()) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Appends a record; the caller sees to the order, which is that of the key. */
  public void write(R record) throws IOException {
    out.write(Csv.line(table.values().apply(record)).getBytes(StandardCharsets.UTF_8));
    rows++;
  }

  /** How many records have been written so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      out.flush();
      channel.force(true);
    }
    whenClosed.accept(entry());
  }

  private Manifest.Entry entry() throws IOException {
    String kind = ResourceKind.ofTable(table.name()).map(ResourceKind::text).orElse(table.name());
    String sum = HexFormat.of().formatHex(digest.digest());
    return new Manifest.Entry(table.fileName(), kind, table.columns(), rows, Files.size(file), sum);
  }
}
