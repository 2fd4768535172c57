package org.cloudtransfer.upload.cloud;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.cloudtransfer.upload.cloud.Transport.Answer;

/** The header Retry-After. */
public final class RetryAfterFuzz {
  private static final Backoff BACKOFF =
      new Backoff(
          Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC), new Random(1));

  private RetryAfterFuzz() {}

  /** The wait is never negative nor longer than the longest. */
  public static void read(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    Duration wait =
        BACKOFF.delay(1 + data.length, new Answer(429, Map.of("retry-after", text), ""));
    if (wait.isNegative() || wait.compareTo(Backoff.LONGEST) > 0) {
      throw new AssertionError("waits " + wait);
    }
  }
}
