package org.cloudtransfer.upload;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.report.Stopwatch;

/** Says what the program is reading, and counts the requests that it takes. Threads share it. */
final class Phase {
  private final Console console;
  private final Stopwatch stopwatch;
  private final AtomicReference<Progress> current = new AtomicReference<>();

  Phase(Console console, Stopwatch stopwatch) {
    this.console = console;
    this.stopwatch = stopwatch;
  }

  Stopwatch stopwatch() {
    return stopwatch;
  }

  /** A request has been answered. */
  void tick() {
    stopwatch.request();
    Progress progress = current.get();
    if (progress != null) {
      progress.step(1);
    }
  }

  /** Does some reading under a title. */
  <T> T of(String title, Supplier<T> reading) {
    console.say(title + " ...");
    try (Progress progress = Progress.counting(console, "requests")) {
      current.set(progress);
      return stopwatch.requests(title, reading);
    } finally {
      current.set(null);
    }
  }
}
