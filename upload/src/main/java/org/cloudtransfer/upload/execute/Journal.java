package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.archive.Private;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.plan.Ledger;

/**
 * The append-only file of intents and outcomes in the data directory.
 *
 * <p>An intent is on disk before {@link #intent} returns, an outcome before {@link #done} does;
 * threads that write at the same time share one {@code fsync}. The file is locked while open.
 */
public final class Journal implements Closeable {
  static final int FORMAT = 1;

  /** Bulk calls take seconds, and longer in a queue. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileChannel channel;
  private final Path file;
  private final Clock clock;
  private final JournalState state = new JournalState();
  private final Object flushing = new Object();
  private long written;
  private boolean broken;
  private long flushed;

  private Journal(FileChannel channel, Path file, Clock clock) {
    this.channel = channel;
    this.file = file;
    this.clock = clock;
  }

  /**
   * Opens the journal of a data directory, or begins it.
   *
   * @param target the {@linkplain org.cloudtransfer.upload.cloud.Cloud#identity() identity} of the
   *     cloud
   * @throws StopException if another run holds it, or it belongs to another archive or cloud, or
   *     cannot be read
   */
  public static Journal open(Archive archive, String target, Clock clock) {
    Path file = archive.directory().resolve(Archive.JOURNAL);
    try {
      return open(Private.openDurably(file), file, archive.seal(), target, clock);
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          "The journal " + file + " cannot be opened: " + e.getMessage() + ".",
          "Make the directory writable, or make room there.",
          e);
    }
  }

  /** Takes over the channel, and closes it if the journal cannot be begun. */
  static Journal open(FileChannel channel, Path file, String seal, String target, Clock clock)
      throws IOException {
    try {
      lock(channel, file);
      Journal journal = new Journal(channel, file, clock);
      journal.begin(seal, target);
      return journal;
    } catch (IOException | StopException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new StopException(
          ExitCode.LOCKED,
          "Another run holds " + file + JournalReader.holder(file) + ".",
          "Wait until it has ended, then run this again.");
    }
  }

  private void begin(String seal, String target) throws IOException {
    long end =
        read(
            entry -> {
              JournalReader.requireSame(file, entry, seal, target);
              state.apply(entry);
            });
    channel.truncate(end);
    if (end == 0) {
      String tool = "cloudtransfer " + Version.text();
      append(new Entry.Head(FORMAT, seal, target, tool, now()));
    }
    Holder me = Holder.me(clock);
    append(new Entry.Run(me.since(), me.pid(), me.host()));
    state.settle();
  }

  /**
   * The ledger of a data directory, for looking only.
   *
   * @param target as in {@link #open}
   * @throws StopException as {@link #open}, but for the lock
   */
  public static Ledger read(Archive archive, String target) {
    Path file = archive.directory().resolve(Archive.JOURNAL);
    JournalState state = new JournalState();
    JournalReader.read(
        archive,
        entry -> {
          JournalReader.requireSame(file, entry, archive.seal(), target);
          state.apply(entry);
        });
    state.settle();
    return state;
  }

  /**
   * What uploads of an archive have done and no rollback has taken back, in the order in which they
   * did it; for looking only.
   */
  public static List<Deed> deeds(Archive archive) {
    Deeds deeds = new Deeds();
    JournalReader.read(archive, deeds::apply);
    return deeds.all();
  }

  /**
   * The same of this journal. It is read by the channel that holds the lock: closing another one on
   * the same file would let go of it (fcntl(2)).
   */
  public List<Deed> deeds() {
    try {
      Deeds deeds = new Deeds();
      read(deeds::apply);
      return deeds.all();
    } catch (IOException e) {
      throw JournalReader.unreadable(file, e);
    }
  }

  /** From the beginning, leaving the channel at the end of the last whole line. */
  private synchronized long read(Consumer<Entry> each) throws IOException {
    channel.position(0);
    InputStream bytes = Channels.newInputStream(channel);
    long end = JournalReader.read(file, bytes, channel.size(), each);
    channel.position(end);
    return end;
  }

  /**
   * How long to wait before looking at the target: a request that an interrupted run left in flight
   * outlives its connection and may take effect yet. When it left nobody knows: after its intent it
   * may have waited for its turn, and have been sent again. Zero if there is none that would double
   * something.
   */
  public Duration untilSettled() {
    return state.mayDouble() ? IN_FLIGHT : Duration.ZERO;
  }

  /** What has been done so far, by this run too. */
  public Ledger ledger() {
    return state;
  }

  /** Notes what a scope holds before we first write to it; later calls for it change nothing. */
  public void baseline(String scope, Collection<String> ids) {
    if (state.baseline(scope).isEmpty()) {
      append(new Entry.Baseline(scope, List.copyOf(ids)));
    }
  }

  /** Notes that the action's request is about to leave; returns the intent's number. */
  long intent(Action action) {
    long n = state.next();
    append(Deeds.intent(n, now(), action));
    return n;
  }

  /** Notes that the request took effect. */
  void done(long intent, Effect effect) {
    append(new Entry.Done(intent, now(), made(effect)));
  }

  /** Notes that something an interrupted run began on was found in the target. */
  void adopted(Effect effect) {
    append(new Entry.Done(0, now(), made(effect)));
  }

  /** Notes that the request was refused. */
  void refused(long intent, Fault fault) {
    append(new Entry.Refused(intent, now(), fault.toString()));
  }

  private static List<Entry.Made> made(Effect effect) {
    Set<RowKey> rows = new LinkedHashSet<>(effect.ids().keySet());
    rows.addAll(effect.born().keySet());
    List<Entry.Made> made = new ArrayList<>();
    for (RowKey row : rows) {
      made.add(
          new Entry.Made(JournalState.text(row), effect.ids().get(row), effect.born().get(row)));
    }
    return made;
  }

  private String now() {
    return clock.instant().toString();
  }

  private void append(Entry entry) {
    try {
      byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
      flush(write(entry, line));
    } catch (IOException e) {
      throw new StopException(
          ExitCode.STOPPED,
          "The journal cannot be written: " + e.getMessage() + ".",
          "Make room for it, then run this again: it goes on where it stopped.",
          e);
    }
  }

  /** After a write that failed in the middle nothing more is written: lines would run together. */
  private synchronized long write(Entry entry, byte[] line) throws IOException {
    if (broken) {
      throw new IOException("an earlier line could not be written");
    }
    broken = true;
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    broken = false;
    state.apply(entry);
    return ++written;
  }

  private void flush(long mine) throws IOException {
    synchronized (flushing) {
      if (flushed < mine) {
        flushed = forced();
      }
    }
  }

  /** After a failed one nobody knows what is on disk, and a later one may succeed all the same. */
  private long forced() throws IOException {
    long reached = reached();
    try {
      channel.force(false);
      return reached;
    } catch (IOException e) {
      breakOff();
      throw e;
    }
  }

  private synchronized long reached() throws IOException {
    if (broken) {
      throw new IOException("an earlier line could not be written");
    }
    return written;
  }

  private synchronized void breakOff() {
    broken = true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
