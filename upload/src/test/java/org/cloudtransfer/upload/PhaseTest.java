package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Console.Output;
import org.cloudtransfer.cli.Console.Verbosity;
import org.cloudtransfer.upload.execute.Workers;
import org.junit.jupiter.api.Test;

/** What a terminal shows while the target is read. */
class PhaseTest {
  private static final List<Integer> OWNERS = IntStream.range(0, 30).boxed().toList();

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Phase phase(boolean terminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console = new Console(stream, stream, Verbosity.NORMAL, Output.TEXT, terminal);
    return new Phase(console, Clock.systemUTC());
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static List<Integer> ask(Workers workers, Phase phase) {
    return workers.map(
        OWNERS,
        owner -> {
          phase.tick();
          return owner;
        });
  }

  @Test
  void asManyAsAreToBeAskedForIsTheTotal() {
    Phase phase = phase(true);
    try (Workers workers = new Workers(4, phase)) {
      phase.of(
          "Reading what the target holds",
          "requests",
          () -> phase.part("key pairs", () -> ask(workers, phase)));
    }

    assertThat(shown())
        .startsWith("Reading what the target holds ..." + System.lineSeparator())
        .containsPattern("key pairs 100% \\[=+\\] 30/30 \\(0:00:0\\d / 0:00:00\\) .*/s\\R$")
        .doesNotContain("requests ");
  }

  @Test
  void whatIsAskedForLaterInThePartIsAdded() {
    Phase phase = phase(true);
    try (Workers workers = new Workers(4, phase)) {
      phase.part(
          "owners",
          () -> {
            ask(workers, phase);
            return ask(workers, phase);
          });
    }

    assertThat(shown()).contains(" 60/60 (");
  }

  @Test
  void untilItIsKnownRequestsAreCounted() {
    Phase phase = phase(true);
    phase.part(
        "owners",
        () -> {
          phase.tick();
          phase.tick();
          return 0;
        });

    assertThat(shown()).contains("owners ").contains(" 2/? (");
  }

  @Test
  void requestsOutsideOfAnyPartAreNotDrawn() {
    Phase phase = phase(true);
    try (Workers workers = new Workers(4, phase)) {
      ask(workers, phase);
    }

    assertThat(shown()).isEmpty();
  }

  @Test
  void whereThereIsNoTerminalThereIsOnlyTheTitle() {
    Phase phase = phase(false);
    try (Workers workers = new Workers(4, phase)) {
      phase.of("Looking", "owners", () -> ask(workers, phase));
    }

    assertThat(shown()).isEqualTo("Looking ..." + System.lineSeparator());
  }
}
