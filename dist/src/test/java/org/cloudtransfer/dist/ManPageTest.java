package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

final class ManPageTest {
  @Command(
      name = "odd",
      description = {".dots at the beginning. And a second sentence.", ""},
      footer = {"", "  odd --now      an example", "Exit codes: 0"})
  static final class Odd {
    @Option(
        names = {"-n", "--now"},
        paramLabel = "A\\B",
        description = "'Quoted', 100 %%.")
    String now;
  }

  private static final String PAGE =
      ManPage.of(CommandSpec.forAnnotatedObject(new Odd()), "1.2", "2026-11-21");

  @Test
  void headNamesCommandDateAndVersion() {
    assertThat(PAGE)
        .startsWith(
            ".TH \"ODD\" 1 \"2026-11-21\" \"cloudtransfer 1.2\" \"cloudtransfer\"\n"
                + ".SH NAME\nodd \\- .dots at the beginning\n");
  }

  @Test
  void textIsNeverTakenForRequest() {
    assertThat(PAGE).contains("\n\\&.dots at").contains("\n\\&'Quoted', 100 %.");
  }

  @Test
  void optionsAreSetOffAndTheirBackslashesKept() {
    assertThat(PAGE).contains(".TP\n\\fB\\-n\\fR, \\fB\\-\\-now\\fR \\fIA\\eB\\fR\n");
  }

  @Test
  void examplesKeepTheirBlanks() {
    assertThat(PAGE).contains("\\fCodd\\ \\-\\-now\\ \\ \\ \\ \\ \\ an\\ example\\fR");
  }
}
