package org.cloudtransfer.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.cloudtransfer.report.Timeline.Span;

/** Takes the times of a run, from any thread. */
public final class Stopwatch {
  private static final Duration FINEST = Duration.ofMillis(100);
  private static final int STEPS_MAX = 240;

  private final Clock clock;
  private final Instant begin;
  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final ConcurrentSkipListMap<Long, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final LongAdder all = new LongAdder();

  public Stopwatch(Clock clock) {
    this.clock = clock;
    this.begin = clock.instant();
  }

  /** A request has been answered. */
  public void request() {
    all.increment();
    requests.computeIfAbsent(elapsed().dividedBy(FINEST), n -> new LongAdder()).increment();
  }

  /** Does a part that is about so many rows. */
  public <T> T rows(String title, long rows, Supplier<T> work) {
    Duration from = elapsed();
    try {
      return work.get();
    } finally {
      add(new Span(title, from, elapsed().minus(from), rows, "rows"));
    }
  }

  /** Does a part that sends requests, of which nobody knows how many. */
  public <T> T requests(String title, Supplier<T> work) {
    Duration from = elapsed();
    long before = all.sum();
    try {
      return work.get();
    } finally {
      add(new Span(title, from, elapsed().minus(from), all.sum() - before, "requests"));
    }
  }

  /** Notes a part that is over and was about so many rows. */
  public void rowsSince(Instant start, String title, long rows) {
    Duration from = Duration.between(begin, start);
    add(new Span(title, from, elapsed().minus(from), rows, "rows"));
  }

  private void add(Span span) {
    spans.add(span);
  }

  private Duration elapsed() {
    return Duration.between(begin, clock.instant());
  }

  /** What there is so far; steps are as fine as a plot can show. */
  public Timeline timeline() {
    Duration length = elapsed();
    long cells = length.dividedBy(FINEST) + 1;
    long each = (cells + STEPS_MAX - 1) / STEPS_MAX;
    List<Long> counts = new ArrayList<>(Collections.nCopies((int) ((cells + each - 1) / each), 0L));
    requests.forEach(
        (cell, count) -> {
          int step = (int) Math.min(cell / each, counts.size() - 1L);
          counts.set(step, counts.get(step) + count.sum());
        });
    return new Timeline(
        begin, length, spans, FINEST.multipliedBy(each), requests.isEmpty() ? List.of() : counts);
  }
}
