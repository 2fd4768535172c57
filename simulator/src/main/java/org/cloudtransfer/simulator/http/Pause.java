package org.cloudtransfer.simulator.http;

import java.time.Duration;

/** Waiting that stands for a slow service. */
final class Pause {
  private Pause() {}

  static void of(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
