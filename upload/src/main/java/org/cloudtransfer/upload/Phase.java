package org.cloudtransfer.upload;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.report.Stopwatch;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;

/** Says what the program is at, and how far it is. Threads share it. */
final class Phase {
  private final Console console;
  private final Stopwatch stopwatch;
  private final AtomicReference<Progress> reading = new AtomicReference<>();

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
    Progress progress = reading.get();
    if (progress != null) {
      progress.step(1);
    }
  }

  /** Does some reading under a title, and counts the requests that it takes. */
  <T> T of(String title, Supplier<T> work) {
    console.say(title + " ...");
    try (Progress progress = Progress.counting(console, "requests")) {
      reading.set(progress);
      return stopwatch.requests(title, work);
    } finally {
      reading.set(null);
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
