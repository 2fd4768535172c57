package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicBoolean stopped = new AtomicBoolean();

  private String endless() {
    started.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      stopped.set(true);
    }
    return "";
  }

  @Test
  void resultsAreInTheOrderOfTheTasks() throws IOException {
    CountDownLatch second = new CountDownLatch(1);
    List<String> results =
        Lanes.run(
            List.of(
                () -> {
                  second.await();
                  return "first";
                },
                () -> {
                  second.countDown();
                  return "second";
                }));
    assertThat(results).containsExactly("first", "second");
  }

  @Test
  void firstFailureStopsTheOthersAndIsThrown() {
    StopException failure = StopException.badInput("It is wrong.", "Mend it.");
    assertThatThrownBy(
            () ->
                Lanes.run(
                    List.of(
                        this::endless,
                        () -> {
                          started.await();
                          throw failure;
                        })))
        .isSameAs(failure);
    assertThat(stopped).isTrue();
  }

  @Test
  void diskThatFailsIsThrownAsItIs() {
    assertThatThrownBy(
            () ->
                Lanes.run(
                    List.of(
                        () -> {
                          throw new IOException("full");
                        })))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }

  @Test
  void interruptStopsAll() {
    Thread runner = Thread.currentThread();
    assertThatThrownBy(
            () ->
                Lanes.run(
                    List.of(
                        this::endless,
                        () -> {
                          started.await();
                          runner.interrupt();
                          return endless();
                        })))
        .isInstanceOfSatisfying(
            StopException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped).isTrue();
  }
}
