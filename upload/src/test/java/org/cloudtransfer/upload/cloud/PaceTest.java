package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final String PUT = "PUT os-quota-sets";

  private final Pace pace = new Pace(32);

  /** As many answers as decide once. */
  private void round(String what, double millis) {
    for (int left = pace.limit(); left > 0; left--) {
      pace.answered(what, millis);
    }
  }

  @Test
  void beginsWithFourOrWithFewerIfNoMoreAreAllowed() {
    assertThat(pace.limit()).isEqualTo(4);
    assertThat(new Pace(2).limit()).isEqualTo(2);
  }

  @Test
  void doublesUpToTheMostWhileLatencyHolds() {
    round(PUT, 50);
    assertThat(pace.limit()).isEqualTo(8);
    round(PUT, 52);
    round(PUT, 49);
    assertThat(pace.limit()).isEqualTo(32);
    round(PUT, 50);
    assertThat(pace.limit()).isEqualTo(32);
  }

  @Test
  void staysWhereAnswersBeginToTakeLonger() {
    round(PUT, 50);
    round(PUT, 100);
    assertThat(pace.limit()).isEqualTo(8);
    round(PUT, 50);
    assertThat(pace.limit()).isEqualTo(9);
  }

  @Test
  void stepsBackWhereRequestsOnlyWait() {
    round(PUT, 50);
    round(PUT, 50);
    round(PUT, 200);
    assertThat(pace.limit()).isEqualTo(14);
    for (int i = 0; i < 50; i++) {
      round(PUT, 200);
    }
    assertThat(pace.limit()).isEqualTo(4);
  }

  @Test
  void doesNotTakeABulkForASlowService() {
    round(PUT, 50);
    round("POST security-groups", 900);
    assertThat(pace.limit()).isEqualTo(16);
  }

  @Test
  void halvesOnceForAllThatWasUnderWay() {
    round(PUT, 50);
    int began = pace.generation();
    for (int i = 0; i < 8; i++) {
      pace.busy(began);
    }
    assertThat(pace.limit()).isEqualTo(4);
    pace.busy(pace.generation());
    pace.busy(pace.generation());
    pace.busy(pace.generation());
    assertThat(pace.limit()).isEqualTo(1);
  }

  @Test
  void growsByOnesAfterAServiceWasBusy() {
    pace.busy(pace.generation());
    assertThat(pace.limit()).isEqualTo(2);
    round(PUT, 50);
    assertThat(pace.limit()).isEqualTo(3);
  }
}
