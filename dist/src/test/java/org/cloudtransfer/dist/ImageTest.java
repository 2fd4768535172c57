package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageTest {
  @TempDir private Path directory;

  @Test
  void aJdkThatNeedsANewerGlibcIsRefusedByName() throws IOException {
    Path jdk = Files.createDirectories(directory.resolve("new-jdk"));
    String elf = "\u007fELF\2\1\1" + "\0".repeat(9) + "\3\0\76\0" + "GLIBC_2.17\0GLIBC_2.18\0";
    Files.write(jdk.resolve("libjvm.so"), elf.getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> make(jdk))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "new-jdk", "libjvm.so needs glibc 2.18", "no more than 2.17", "Give a Temurin");
  }

  @Test
  void whatIsNoWholeJdkIsRefusedByName() throws IOException {
    Path jre = Files.createDirectories(directory.resolve("jre"));
    Files.createDirectories(directory.resolve("plain"));

    assertThatThrownBy(() -> make(jre)).hasMessageContainingAll("bin/jlink", jre.toString());
  }

  private void make(Path jdk) throws IOException {
    Image.make(jdk, directory.resolve("plain"), directory.resolve("image"), Instant.EPOCH);
  }
}
