package org.cloudtransfer.upload;

import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Progress;

/**
 * The bar of something that is read: of what is asked for side by side as soon as its number is
 * known, of requests until then. Threads share it.
 */
final class Reading implements AutoCloseable {
  private final Console console;
  private final String title;
  private Progress progress;
  private boolean isKnown;

  Reading(Console console, String title) {
    this.console = console;
    this.title = title;
  }

  synchronized void request() {
    if (progress == null) {
      progress = Progress.counting(console, title);
    }
    if (!isKnown) {
      progress.step(1);
    }
  }

  /** So many more are going to be asked for. */
  synchronized void begins(int items) {
    if (items == 0) {
      return;
    }
    if (isKnown) {
      progress.expect(items);
      return;
    }
    if (progress != null) {
      progress.drop();
    }
    isKnown = true;
    progress = Progress.of(console, title, items);
  }

  synchronized void ends() {
    progress.step(1);
  }

  @Override
  public synchronized void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
