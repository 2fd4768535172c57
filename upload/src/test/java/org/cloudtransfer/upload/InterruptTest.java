package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.execute.Brake;
import org.junit.jupiter.api.Test;

class InterruptTest {
  private final Brake brake = new Brake(Long.MAX_VALUE);
  private final AtomicBoolean halted = new AtomicBoolean();
  private final Interrupt interrupt = new Interrupt(brake, () -> halted.set(true));

  /**
   * A virtual machine that halts lets its threads go on for a moment, on a busy host a long one.
   */
  @Test
  void nothingIsBegunOnceTheProcessEnds() {
    interrupt.interrupted();

    assertThat(halted).isTrue();
    assertThatThrownBy(interrupt::writingBegins)
        .isInstanceOfSatisfying(
            StopException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
  }

  @Test
  void whatWasBegunIsBrakedAndFinishedBeforeTheProcessEnds() {
    interrupt.writingBegins();
    interrupt.close();

    interrupt.interrupted();

    assertThat(brake.reason()).contains(Brake.Reason.INTERRUPTED);
    assertThat(halted).isTrue();
  }
}
