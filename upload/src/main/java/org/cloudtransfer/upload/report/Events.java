package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import org.cloudtransfer.archive.Private;
import org.cloudtransfer.upload.plan.Outcome;

/**
 * Outcomes as they come, a JSON object a line: {@code at}, {@code row}, {@code outcome}, and {@code
 * reason} and {@code remedy} where there are any. A row that verification finds otherwise than it
 * was told comes again; the last line of a row counts. Threads share it.
 */
public final class Events implements AutoCloseable {
  /** Nobody wants to know. */
  public static final Events NONE = new Events(null, null);

  private final FileChannel channel;
  private final Clock clock;
  private boolean broken;

  private Events(FileChannel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /** Into a file of mode 0600, in place of what is in it. */
  public static Events to(Path file, Clock clock) throws IOException {
    FileChannel channel = Private.openForAppend(file);
    channel.truncate(0);
    return new Events(channel, clock);
  }

  /** Writes outcomes down at once; silent if that fails, for the run is more important. */
  public synchronized void write(Collection<Outcome> outcomes) {
    if (channel == null || broken || outcomes.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    String now = clock.instant().toString();
    outcomes.forEach(outcome -> lines.append(line(now, outcome)).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      broken = true;
    }
  }

  private static String line(String now, Outcome outcome) {
    ObjectNode line = Json.object().put("at", now);
    line.setAll(Json.outcome(outcome));
    return line.toString();
  }

  /** Whether lines are missing, because the file could not be written. */
  public synchronized boolean isIncomplete() {
    return broken;
  }

  @Override
  public synchronized void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      broken = true;
    }
  }
}
