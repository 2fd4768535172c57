package org.cloudtransfer.reliability;

import java.time.Duration;

/** When a run is killed. */
sealed interface Kill {

  /**
   * At the n-th request of a run, counted from 0.
   *
   * @param write whether only writing requests count
   */
  record AtRequest(int number, boolean write, Moment moment) implements Kill {}

  /** As soon as the journal has so many lines. */
  record AtJournalLine(int lines) implements Kill {}

  /** Some time after the start of the process. */
  record AfterStart(Duration time) implements Kill {}

  /** Some time after the run's first writing request. */
  record AfterFirstWrite(Duration time) implements Kill {}

  /** Where in a request. */
  enum Moment {
    /** The service never sees it. */
    BEFORE_EFFECT("before the effect"),
    /** The service is still at it while the next run begins. */
    EFFECT_FOLLOWS("effect follows"),
    AFTER_EFFECT("before the answer"),
    AFTER_ANSWER("after the answer");

    private final String words;

    Moment(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
