package org.cloudtransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.cloudtransfer.cli.Console.Output;
import org.cloudtransfer.cli.Console.Verbosity;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console console(Verbosity verbosity, boolean progress) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Console(stream, stream, verbosity, Output.TEXT, progress);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String lastLine() {
    String[] drawn = shown().stripTrailing().split("\r\033\\[K");
    return drawn[drawn.length - 1];
  }

  @Test
  void countRateElapsedAndRemainingTimeStayInTheEnd() {
    try (Progress progress = Progress.of(console(Verbosity.NORMAL, true), "keypairs", 30)) {
      progress.step(10);
      progress.step(20);
    }

    assertThat(lastLine())
        .startsWith("keypairs 100% [=")
        .containsPattern("30/30 \\(0:00:0\\d / 0:00:00\\) .*/s$")
        .hasSizeLessThan(80);
    assertThat(shown()).endsWith(System.lineSeparator());
  }

  @Test
  void ofAnUnknownNumberThereIsACount() {
    try (Progress progress = Progress.counting(console(Verbosity.NORMAL, true), "requests")) {
      progress.step(7);
    }

    assertThat(lastLine()).startsWith("requests ").contains("7/?").hasSizeLessThan(80);
  }

  @Test
  void nothingIsDrawnWhereThereIsNoTerminalNorWhenQuiet() {
    Progress.of(console(Verbosity.TRACE, false), "keypairs", 30).close();
    Progress.of(console(Verbosity.QUIET, true), "keypairs", 30).close();
    Progress.counting(console(Verbosity.TRACE, false), "requests").close();

    assertThat(shown()).isEmpty();
  }

  @Test
  void nothingIsDrawnOfNothing() {
    Progress.of(console(Verbosity.NORMAL, true), "keypairs", 0).close();

    assertThat(shown()).isEmpty();
  }

  @Test
  void aRemarkTakesThePlaceOfWhatIsDrawn() {
    Console console = console(Verbosity.NORMAL, true);
    console.draw(this, "half");
    console.warn("look");
    console.say("on");

    assertThat(shown().split(System.lineSeparator()))
        .containsExactly("\r\033[Khalf\r\033[Kwarning: look", "on");
  }

  @Test
  void anEstimateIsCalledOneUntilTheNumberIsKnown() {
    try (Progress progress = Progress.about(console(Verbosity.NORMAL, true), "keypairs", 30)) {
      progress.step(10);
      progress.draw();
      assertThat(lastLine()).contains("10/30 (").contains(" about");
    }

    assertThat(lastLine())
        .startsWith("keypairs 100% [=")
        .contains("10/10 (")
        .doesNotContain("about");
  }

  @Test
  void moreThanWasEstimatedIsCountedWithoutATimeLeft() {
    try (Progress progress = Progress.about(console(Verbosity.NORMAL, true), "keypairs", 30)) {
      progress.step(30);
      progress.step(1);
    }

    assertThat(lastLine()).contains("31/? (").contains(" / ?)").doesNotContain("about");
  }

  @Test
  void whatTurnsUpOnTheWayIsAddedToWhatThereIs() {
    try (Progress progress = Progress.of(console(Verbosity.NORMAL, true), "owners", 2)) {
      progress.step(2);
      progress.expect(3);
      progress.step(3);
    }

    assertThat(lastLine()).startsWith("owners 100% [=").contains("5/5 (");
  }

  @Test
  void whatIsDroppedLeavesNothing() {
    Progress progress = Progress.counting(console(Verbosity.NORMAL, true), "requests");
    progress.step(1);
    progress.draw();
    progress.drop();

    assertThat(shown()).contains("1/?");
    assertThat(shown()).endsWith("\r\033[K");
  }

  /** As a terminal would: lines one below the other, those that have ended above those that run. */
  @Test
  void whatRunsSideBySideIsDrawnInLinesOfItsOwn() {
    Console console = console(Verbosity.NORMAL, true);
    console.draw("a", "a1");
    console.draw("b", "b1");
    console.draw("a", "a2");
    assertThat(Screen.of(shown()).lines()).containsExactly("a2", "b1");

    console.warn("look");
    console.draw("b", "b2");
    assertThat(Screen.of(shown()).lines()).containsExactly("warning: look", "a2", "b2");

    console.keepDrawn("b");
    assertThat(Screen.of(shown()).lines()).containsExactly("warning: look", "b2", "a2");

    console.undraw("a");
    console.say("done");
    assertThat(Screen.of(shown()).lines()).containsExactly("warning: look", "b2", "done");
  }
}
