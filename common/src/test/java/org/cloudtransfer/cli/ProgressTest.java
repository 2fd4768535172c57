package org.cloudtransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cloudtransfer.cli.Console.Output;
import org.cloudtransfer.cli.Console.Verbosity;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final HandClock clock = new HandClock();

  /** Goes when it is told to. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private Console console(Verbosity verbosity, boolean progress) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Console(stream, stream, verbosity, Output.TEXT, progress);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void work(Console console) {
    try (Progress progress = Progress.of(console, clock, "keypairs", 30, 10)) {
      progress.step(10);
      clock.now = clock.now.plus(Duration.ofSeconds(4));
      progress.step(20);
    }
  }

  @Test
  void whatWasDoneAndHowLongItTookStays() {
    work(console(Verbosity.NORMAL, true));

    assertThat(shown()).endsWith("]  30 of 30  5.0/s  in 0:00:04" + System.lineSeparator());
  }

  @Test
  void nothingIsDrawnWhereThereIsNoTerminalNorWhenQuiet() {
    work(console(Verbosity.TRACE, false));
    work(console(Verbosity.QUIET, true));

    assertThat(shown()).isEmpty();
  }

  @Test
  void nothingIsDrawnOfWhatTakesNoTime() {
    Progress.of(console(Verbosity.NORMAL, true), clock, "keypairs", 30, 30).close();

    assertThat(shown()).isEmpty();
  }

  @Test
  void aRemarkTakesThePlaceOfWhatIsDrawn() {
    Console console = console(Verbosity.NORMAL, true);
    console.draw("half");
    console.warn("look");
    console.say("on");

    assertThat(shown().split(System.lineSeparator()))
        .containsExactly("\r\033[Khalf\r\033[Kwarning: look", "on");
  }
}
