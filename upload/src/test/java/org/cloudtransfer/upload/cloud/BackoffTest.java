package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.cloudtransfer.upload.cloud.Transport.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N18. */
class BackoffTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private final Backoff backoff = new Backoff(Clock.fixed(NOON, ZoneOffset.UTC), new Random(1));

  private static Answer answer(String retryAfter) {
    return new Answer(429, Map.of("retry-after", retryAfter), "");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", " 30 , 30", "60, 60", "61, 60", "99999999999, 60", "-5, 0"})
  void secondsAreKeptUpToAMinute(String said, long seconds) {
    assertThat(backoff.delay(1, answer(said))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sat, 21 Nov 2026 12:00:07 GMT|7",
        "Sat, 21 Nov 2026 13:00:00 GMT|60",
        "Sat, 21 Nov 2026 11:00:00 GMT|0"
      })
  void datesAreKeptUpToAMinute(String said, long seconds) {
    assertThat(backoff.delay(1, answer(said))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "1.5", "Sat, 99 Nov 2026 12:00:07 GMT"})
  void whatSaysNothingCountsAsNotSaid(String said) {
    assertThat(backoff.delay(1, answer(said)))
        .isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void waitsDoubleWithJitterUpToAMinute() {
    for (int attempt = 1; attempt < 100; attempt++) {
      long longest = Math.min(500L << Math.min(attempt - 1, 7), 60_000);
      assertThat(backoff.delay(attempt, null).toMillis())
          .as("attempt %d", attempt)
          .isBetween(longest / 2, longest);
    }
  }

  @Test
  void workersSpreadOut() {
    assertThat(backoff.delay(5, null)).isNotEqualTo(backoff.delay(5, null));
  }
}
