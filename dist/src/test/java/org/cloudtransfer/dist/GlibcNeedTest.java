package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GlibcNeedTest {
  @TempDir private Path directory;

  @Test
  void newestVersionCounts() throws IOException {
    Files.write(directory.resolve("libx.so"), elf("GLIBC_2.2.5\0GLIBC_2.34\0GLIBC_2.17\0"));
    assertThat(GlibcNeed.below(directory)).containsExactly(new GlibcNeed("libx.so", 34));
  }

  @Test
  void nativeFilesWithinJarsCount() throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve("a.jar"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("native/liby.so"));
      zip.write(elf("GLIBC_2.28\0"));
      zip.closeEntry();
    }
    assertThat(GlibcNeed.below(directory))
        .containsExactly(new GlibcNeed("a.jar!/native/liby.so", 28));
  }

  @Test
  void textThatMentionsAVersionDoesNotCount() throws IOException {
    Files.writeString(directory.resolve("README"), "needs GLIBC_2.38");
    assertThat(GlibcNeed.below(directory)).isEmpty();
  }

  @Test
  void filesForOtherMachinesDoNotCount() throws IOException {
    byte[] arm = elf("GLIBC_2.34\0");
    arm[18] = 40;
    Files.write(directory.resolve("libarm.so"), arm);
    assertThat(GlibcNeed.below(directory)).isEmpty();
  }

  private static byte[] elf(String strings) {
    String head = "\u007fELF\2\1\1" + "\0".repeat(9) + "\3\0\76\0";
    return (head + strings).getBytes(StandardCharsets.ISO_8859_1);
  }
}
