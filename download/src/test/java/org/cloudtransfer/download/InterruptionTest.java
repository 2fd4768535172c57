package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final List<Integer> halts = new ArrayList<>();

  @Test
  void aRunThatIsInterruptedEndsTheProcessWithItsOwnCode() throws InterruptedException {
    stopDuring(Duration.ofDays(1), InterruptionTest::untilInterrupted);

    assertThat(halts).containsExactly(130);
  }

  @Test
  void aRunThatComesToItsEndAllTheSameIsNotCalledInterrupted() throws InterruptedException {
    stopDuring(
        Duration.ofDays(1),
        () -> {
          untilInterrupted();
          return 0;
        });

    assertThat(halts).containsExactly(0);
  }

  @Test
  void aRunThatDoesNotEndIsNotWaitedForAnyLonger() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    stopDuring(
        Duration.ZERO,
        () -> {
          while (never.getCount() > 0) {
            untilInterrupted();
          }
          return 0;
        });

    assertThat(halts).containsExactly(130);
    never.countDown();
  }

  @Test
  void anOrdinaryEndIsLeftAlone() {
    Interruption interruption = new Interruption(Duration.ofDays(1));

    assertThat(interruption.watch(() -> 1)).isEqualTo(1);

    interruption.stop(halts::add);
    assertThat(halts).isEmpty();
  }

  private void stopDuring(Duration patience, IntSupplier run) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Interruption[] interruption = new Interruption[1];
    Thread runner =
        new Thread(
            () -> {
              interruption[0] = new Interruption(patience);
              interruption[0].watch(
                  () -> {
                    begun.countDown();
                    return run.getAsInt();
                  });
            });
    runner.setDaemon(true);
    runner.start();
    begun.await();
    interruption[0].stop(halts::add);
  }

  private static int untilInterrupted() {
    try {
      new CountDownLatch(1).await();
      throw new AssertionError("nobody counts it down");
    } catch (InterruptedException e) {
      return 130;
    }
  }
}
