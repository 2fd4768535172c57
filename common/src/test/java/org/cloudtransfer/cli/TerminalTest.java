package org.cloudtransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
  @TempDir Path dir;

  private Path descriptor(String device) throws IOException {
    return Files.createSymbolicLink(dir.resolve("2"), Path.of(device));
  }

  @Test
  void aPseudoTerminalIsATerminal() throws IOException {
    assertThat(Terminal.isTerminal(descriptor("/dev/pts/7"))).isTrue();
  }

  @Test
  void aPipeAndTheNullDeviceAreNone() throws IOException {
    assertThat(Terminal.isTerminal(descriptor("pipe:[123]"))).isFalse();
    assertThat(Terminal.isTerminal(dir.resolve("missing"))).isFalse();
  }

  @Test
  void coloursAreForTerminalsThatNobodyRefusedThemFor() {
    assertThat(Terminal.of(true, Map.of("TERM", "xterm")).colours()).isTrue();
    assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")).colours()).isTrue();
    assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).colours()).isFalse();
    assertThat(Terminal.of(true, Map.of("TERM", "dumb")).colours()).isFalse();
    assertThat(Terminal.of(true, Map.of()).colours()).isFalse();
    assertThat(Terminal.of(false, Map.of("TERM", "xterm")).colours()).isFalse();
  }

  @Test
  void progressIsForTerminalsThatCanWipeALine() {
    assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).progress()).isTrue();
    assertThat(Terminal.of(true, Map.of("TERM", "dumb")).progress()).isFalse();
    assertThat(Terminal.of(false, Map.of("TERM", "xterm")).progress()).isFalse();
  }

  @Test
  void onlyTheWordIsColoured() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console =
        new Console(stream, stream, Console.Verbosity.NORMAL, Console.Output.TEXT, false, true);

    console.error("no\033[2Jway");

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("\033[1;31merror: \033[0mno?[2Jway");
  }
}
