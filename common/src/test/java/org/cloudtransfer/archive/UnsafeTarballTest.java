package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D25: what {@code extractall} would have done for the asking. */
class UnsafeTarballTest {
  private static final String PROJECTS = "id,name,domain,enabled\n\"p\",\"P\",,\n";
  private static final Map<String, String> SOUND = Map.of("projects.csv", PROJECTS);

  @TempDir Path dir;

  private Path tarball() {
    return dir.resolve("a.tar.bz2");
  }

  @Test
  void aSoundOneIsAccepted() throws IOException {
    assertThat(Archive.open(Packed.sound(SOUND).at(tarball())).format()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "/etc/evil",
        "a/b/..",
        "..",
        "a/../projects.csv",
        "//evil"
      })
  void aPathThatLeadsOutIsRefused(String path) throws IOException {
    Path tarball = Packed.sound(SOUND).file(path, "x").at(tarball());

    assertThat(Refused.message(tarball)).contains("leads out");
  }

  static Stream<Arguments> specials() {
    return Stream.of(
        Arguments.of(TarConstants.LF_SYMLINK, "/etc/passwd"),
        Arguments.of(TarConstants.LF_LINK, "a/manifest.json"),
        Arguments.of(TarConstants.LF_CHR, null),
        Arguments.of(TarConstants.LF_BLK, null),
        Arguments.of(TarConstants.LF_FIFO, null));
  }

  @ParameterizedTest
  @MethodSource("specials")
  void whatIsNeitherFileNorDirectoryIsRefused(byte type, String target) throws IOException {
    Path tarball = Packed.sound(SOUND).special("a/keypairs.csv", type, target).at(tarball());

    assertThat(Refused.message(tarball)).contains("keypairs.csv", "neither file nor directory");
  }

  @Test
  void aSymbolicLinkUnderADirectorysNameIsRefused() throws IOException {
    Path tarball =
        new Packed()
            .special("a", TarConstants.LF_SYMLINK, dir.getParent().toString())
            .file("a/manifest.json", "{}")
            .at(tarball());

    assertThat(Refused.message(tarball)).contains("neither file nor directory");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws IOException {
    Path tarball = Packed.sound(SOUND).file("b/projects.csv", "x").at(tarball());

    assertThat(Refused.message(tarball)).contains("twice");
  }

  @Test
  void moreEntriesThanAnyArchiveHasAreRefused() throws IOException {
    Packed packed = Packed.sound(SOUND);
    for (int i = 0; i < 100; i++) {
      packed.directory("a" + i);
    }

    assertThat(Refused.message(packed.at(tarball()))).contains("entries");
  }

  /** 300 MiB of zeros in some hundred bytes: streams of 20 MiB one after the other. */
  @Test
  void aBombIsRefusedBeforeItFillsTheDisk() throws IOException {
    int size = 20 << 20;
    Path part = Packed.bzip2(dir.resolve("part"), new byte[size]);
    byte[] zeros = Files.readAllBytes(part);
    byte[] header = Arrays.copyOf(new Packed().file("a/keypairs.csv", new byte[0]).tar(), 512);
    setSize(header, 15L * size);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(Files.readAllBytes(Packed.bzip2(part, header)));
    for (int i = 0; i < 15; i++) {
      bomb.write(zeros);
    }
    Files.delete(part);
    Files.write(tarball(), bomb.toByteArray());

    assertThat(Refused.message(tarball())).contains("far more than its size");
  }

  private static void setSize(byte[] header, long size) {
    byte[] octal =
        String.format("%011o", size).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, header, 124, octal.length);
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    byte[] text =
        String.format("%06o\0 ", sum).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, 148, text.length);
  }

  @Test
  void aTornTarballIsRefusedWhereverItIsTorn() throws IOException {
    byte[] whole = Files.readAllBytes(Packed.sound(SOUND).at(tarball()));

    for (int length = 0; length < whole.length; length += 7) {
      Files.write(tarball(), Arrays.copyOf(whole, length));
      assertThat(Refused.message(tarball())).as("of %d bytes", length).isNotBlank();
    }
  }

  @Test
  void aTarCutShortInsideSoundCompressionIsRefused() throws IOException {
    byte[] tar = Packed.sound(SOUND).tar();

    for (int length : new int[] {0, 100, 512, 1000, 1030, 1536, 1600}) {
      Packed.bzip2(tarball(), Arrays.copyOf(tar, length));
      assertThat(Refused.message(tarball())).as("of %d bytes", length).isNotBlank();
    }
  }

  /** A flipped bit is noticed, or it was one that says nothing. */
  @Test
  void aFlippedBitIsRefusedOrChangesNothing() throws IOException {
    byte[] whole = Files.readAllBytes(Packed.sound(SOUND).at(tarball()));
    String seal = Archive.open(tarball()).seal();
    int refused = 0;
    for (int bit = 0; bit < whole.length * 8; bit += 3) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(tarball(), flipped);
      try {
        assertThat(Archive.open(tarball()).seal()).as("bit %d", bit).isEqualTo(seal);
      } catch (StopException e) {
        assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length * 2);
    assertThat(Refused.everything(dir)).as("no staging is left").hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no tarball at all", "BZh91AY&SY and then rubbish", "PK\u0003\u0004"})
  void whatIsNoTarballIsRefused(String content) throws IOException {
    Files.writeString(tarball(), content);

    assertThat(Refused.message(tarball())).contains("torn or no bzip2 tarball");
  }

  @Test
  void anEmptyTarIsRefused() throws IOException {
    assertThat(Refused.message(new Packed().at(tarball()))).contains("neither a manifest");
  }

  @Test
  void aMissingFileIsNamedWithWhatToDo() {
    assertThat(Refused.message(dir.resolve("nobody.tar.bz2"))).contains("no readable tarball");
  }

  @Test
  void aDirectoryInTheTarballsPlaceIsRefused() throws IOException {
    assertThat(Refused.message(Files.createDirectory(dir.resolve("d.tar.bz2"))))
        .contains("no readable tarball");
  }

  /** Which is answered with "Make room", not with "Copy it again". */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNotTakenForATornTarball() throws IOException {
    try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"));
        OutputStream out = Tarball.toDisk(full, dir.resolve("projects.csv"))) {
      assertThatThrownBy(() -> out.write(new byte[1]))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("projects.csv")
          .hasMessageContaining("No space left");
    }
  }
}
