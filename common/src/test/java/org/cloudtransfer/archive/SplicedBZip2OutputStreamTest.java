package org.cloudtransfer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplicedBZip2OutputStreamTest {
  private static final int BLOCK = BZip2Block.BYTES_MAX;

  static Stream<Arguments> contents() {
    return Stream.of(
        Arguments.of("nothing", new byte[0]),
        Arguments.of("a byte", new byte[] {'x'}),
        Arguments.of("lines", "a line\n".repeat(1000).getBytes(UTF_8)),
        Arguments.of("a whole block", random(BLOCK)),
        Arguments.of("a block and a byte", random(BLOCK + 1)),
        Arguments.of("many blocks", random(2 * BLOCK + 12345)),
        Arguments.of("one long run", new byte[2 * BLOCK]),
        Arguments.of("runs that grow when they are encoded", runsOfFour(2 * BLOCK)));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] runsOfFour(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i / 4);
    }
    return bytes;
  }

  private static byte[] compressed(byte[] content, int threads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SplicedBZip2OutputStream bzip2 = new SplicedBZip2OutputStream(out, threads)) {
      bzip2.write(content);
      bzip2.finish();
    }
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void isReadBackAsOneStream(String name, byte[] content) throws IOException {
    byte[] packed = compressed(content, 3);
    try (var in = new BZip2CompressorInputStream(new ByteArrayInputStream(packed), false)) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void doesNotDependOnTheNumberOfThreads(String name, byte[] content) throws IOException {
    assertThat(compressed(content, 4)).isEqualTo(compressed(content, 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void isReadByTheSystemsBzip2(String name, byte[] content, @TempDir Path directory)
      throws Exception {
    assumeInstalled("bzip2");
    assertThat(output(directory, content, "bzip2", "-dc")).isEqualTo(content);
  }

  /** Python 2's module and Python 3's stream mode end at the end of the first stream. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void isOneStreamForPython(String name, byte[] content, @TempDir Path directory) throws Exception {
    assumeInstalled("python3");
    String script =
        "import bz2, sys; d = bz2.BZ2Decompressor(); x = d.decompress(sys.stdin.buffer.read());"
            + " assert d.eof and not d.unused_data; sys.stdout.buffer.write(x)";
    assertThat(output(directory, content, "python3", "-c", script)).isEqualTo(content);
  }

  private static void assumeInstalled(String program) {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> new File(folder, program).canExecute());
    assumeTrue(there, program + " is not installed");
  }

  private static byte[] output(Path directory, byte[] content, String... command) throws Exception {
    Path packed = Files.write(directory.resolve("packed"), compressed(content, 3));
    Path plain = directory.resolve("plain");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(packed.toFile())
            .redirectOutput(plain.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllBytes(plain);
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() throws IOException {
    try (SplicedBZip2OutputStream bzip2 =
        new SplicedBZip2OutputStream(OutputStream.nullOutputStream(), 1)) {
      bzip2.write(random(BLOCK));
      Thread.currentThread().interrupt();
      assertThatThrownBy(bzip2::finish).isInstanceOf(ClosedByInterruptException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
