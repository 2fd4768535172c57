package org.cloudtransfer.upload.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeLinesTest {
  private final List<String> lines = new ArrayList<>();

  private long read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return WholeLines.read(new ByteArrayInputStream(bytes), bytes.length, lines::add);
  }

  @Test
  void aLineWithoutItsEndDoesNotCount() throws IOException {
    assertThat(read("one\n\ntwo\nthr")).isEqualTo(9);
    assertThat(lines).containsExactly("one", "", "two");
  }

  @Test
  void ofNothingThereIsNoLine() throws IOException {
    assertThat(read("")).isZero();
    assertThat(lines).isEmpty();
  }

  /** Of two bytes each, so that some character lies across any border. */
  @Test
  void longLinesAndCharactersMayLieAcrossTheBordersOfWhatIsReadAtOnce() throws IOException {
    String a = "ü".repeat(100_000);
    String b = "x" + "ö".repeat(200_000);
    assertThat(read(a + "\n" + b + "\n" + a)).isEqualTo(200_001 + 400_002);
    assertThat(lines).containsExactly(a, b);
  }

  /** {@code /dev/full} says that it has none, and yields zeros for ever. */
  @Test
  void aDeviceThatNeverEndsIsReadUpToItsSize() throws IOException {
    try (InputStream zeros = InputStream.nullInputStream()) {
      assertThat(WholeLines.read(zeros, 0, lines::add)).isZero();
    }
  }

  @Test
  void aFileThatBecomesShorterIsAnError() {
    assertThatThrownBy(() -> WholeLines.read(InputStream.nullInputStream(), 1, lines::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shorter");
  }
}
