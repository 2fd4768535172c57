package org.cloudtransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path dir;

  @Test
  void aFileOfJustTheSizeIsRead() throws IOException {
    assertThat(WholeFile.text(Files.writeString(dir.resolve("f"), "abc"), 3)).isEqualTo("abc");
  }

  @Test
  void aLargerOneIsRefused() throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "abcd");

    assertThatThrownBy(() -> WholeFile.bytes(file, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 3 bytes");
  }
}
