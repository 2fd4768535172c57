package org.cloudtransfer.dist.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package asks for nothing that rpm 4.11, that of SLES 12, does not have. */
final class RpmTest {
  private static final int SHA1_OF_HEADER = 269;
  private static final int MD5_OF_ALL = 1004;
  private static final int ARCHITECTURE = 1022;
  private static final int REQUIRED = 1049;
  private static final int FORMAT = 1124;
  private static final int COMPRESSOR = 1125;
  private static final int FILE_DIGESTS = 5011;
  private static final int SHA256 = 8;

  /** Rich dependencies, weak ones, scripts after a transaction and the like came later. */
  private static final List<Integer> NEWER_DEPENDENCIES = List.of(5046, 5049, 5052, 5055);

  private static Rpm rpm;

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("distribution")).resolveSibling("."))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".rpm")).toList();
      assumeTrue(!found.isEmpty(), "there is no .rpm: it is made with -Dimage.jdk=DIR");
      rpm = Rpm.read(found.get(0));
    }
  }

  private static byte[] digest(String algorithm, byte[]... parts) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  @Test
  void payloadIsPackedWithGzip() {
    assertThat(rpm.tags().get(FORMAT)).containsExactly("cpio");
    assertThat(rpm.tags().get(COMPRESSOR)).containsExactly("gzip");
    assertThat(rpm.payload()).startsWith(0x1f, 0x8b);
  }

  @Test
  void nothingNewerIsRequired() {
    assertThat(rpm.tags().get(REQUIRED))
        .isSubsetOf(
            "rpmlib(CompressedFileNames)",
            "rpmlib(FileDigests)",
            "rpmlib(PayloadFilesHavePrefix)",
            "rpmlib(VersionedDependencies)");
    assertThat(rpm.tags().keySet()).doesNotContainAnyElementsOf(NEWER_DEPENDENCIES);
    assertThat(rpm.tags().get(ARCHITECTURE)).containsExactly("x86_64");
  }

  @Test
  void filesHaveDigestsThatItKnows() {
    assertThat(rpm.tags().get(FILE_DIGESTS)).containsExactly(SHA256);
  }

  @Test
  void digestsThatItChecksAreThereAndRight() throws NoSuchAlgorithmException {
    assertThat(rpm.digests().get(SHA1_OF_HEADER))
        .containsExactly(HexFormat.of().formatHex(digest("SHA-1", rpm.header())));
    assertThat((byte[]) rpm.digests().get(MD5_OF_ALL).get(0))
        .isEqualTo(digest("MD5", rpm.header(), rpm.payload()));
  }
}
