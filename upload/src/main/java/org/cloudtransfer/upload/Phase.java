package org.cloudtransfer.upload;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.report.Stopwatch;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;

/** Says what the program is at, and how far it is. Threads share it. */
final class Phase implements Workers.Audience {
  private final Console console;
  private final Stopwatch stopwatch;
  private final AtomicReference<Reading> reading = new AtomicReference<>();

  Phase(Console console, Clock clock) {
    this.console = console;
    this.stopwatch = new Stopwatch(clock);
  }

  Stopwatch stopwatch() {
    return stopwatch;
  }

  /** A request has been answered. */
  void tick() {
    stopwatch.request();
    Optional.ofNullable(reading.get()).ifPresent(Reading::request);
  }

  @Override
  public void begins(int items) {
    Optional.ofNullable(reading.get()).ifPresent(part -> part.begins(items));
  }

  @Override
  public void ends() {
    Optional.ofNullable(reading.get()).ifPresent(Reading::ends);
  }

  /**
   * Does some reading under a title, and counts the requests that it takes.
   *
   * @param what is read, plural
   */
  <T> T of(String title, String what, Supplier<T> work) {
    console.say(title + " ...");
    return stopwatch.requests(title, () -> part(what, work));
  }

  /** Does a part of it, and shows how far it is. */
  <T> T part(String what, Supplier<T> work) {
    Reading whole = reading.get();
    try (Reading part = new Reading(console, what)) {
      reading.set(part);
      return work.get();
    } finally {
      reading.set(whole);
    }
  }

  /** Of the steps of a stage: in rows that take a request, for others would spoil the rate. */
  Progress progress(Stage stage, List<Step> steps) {
    return Progress.of(
        console,
        stage.title(),
        steps.stream().filter(Step.Act.class::isInstance).mapToLong(Phase::rows).sum());
  }

  static long rows(List<Step> steps) {
    return steps.stream().mapToLong(Phase::rows).sum();
  }

  private static long rows(Step step) {
    return step instanceof Step.Act act
        ? act.action().rows().size()
        : step instanceof Step.Baseline ? 0 : 1;
  }
}
