package org.cloudtransfer.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a run did what.
 *
 * @param step the width of one count
 * @param requests how many requests were answered in each step from the beginning on; empty if the
 *     run sends none
 */
public record Timeline(
    Instant begin, Duration length, List<Span> spans, Duration step, List<Long> requests) {
  public Timeline {
    spans = List.copyOf(spans);
    requests = List.copyOf(requests);
  }

  /**
   * A part of the run.
   *
   * @param from since the beginning
   * @param items what it was about: rows or requests
   * @param unit what they are, plural
   */
  public record Span(String title, Duration from, Duration length, long items, String unit) {

    /** Items a second; 0 if it took no time. */
    double rate() {
      return length.isZero() ? 0 : items / (length.toNanos() / 1e9);
    }
  }

  public long requestsInAll() {
    return requests.stream().mapToLong(Long::longValue).sum();
  }
}
