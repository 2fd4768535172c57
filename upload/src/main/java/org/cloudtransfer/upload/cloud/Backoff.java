package org.cloudtransfer.upload.cloud;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.cloudtransfer.upload.cloud.Transport.Answer;

/**
 * How long to wait before the next attempt: what the service asks for in {@code Retry-After}
 * (seconds or a date), else doubling from half a second, with jitter so that workers spread out.
 */
record Backoff(Clock clock, RandomGenerator random) {
  static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long FIRST_MILLIS = 500;

  /**
   * @param attempt how many have been made, from 1
   * @param answer of the last one; null if there was none
   * @return zero to {@link #LONGEST}
   */
  Duration delay(int attempt, Answer answer) {
    Duration wanted =
        Optional.ofNullable(answer)
            .flatMap(a -> a.header("retry-after"))
            .flatMap(this::parse)
            .orElseGet(() -> doubling(attempt));
    if (wanted.isNegative()) {
      return Duration.ZERO;
    }
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }

  private Optional<Duration> parse(String retryAfter) {
    try {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())));
    } catch (NumberFormatException notSeconds) {
      return parseDate(retryAfter);
    }
  }

  private Optional<Duration> parseDate(String retryAfter) {
    try {
      ZonedDateTime date =
          ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), date.toInstant()));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private Duration doubling(int attempt) {
    long longest = FIRST_MILLIS << Math.min(attempt - 1, 7);
    return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
  }
}
