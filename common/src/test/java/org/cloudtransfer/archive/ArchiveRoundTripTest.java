package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cloudtransfer.archive.Samples.Filled;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.SecurityGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveRoundTripTest {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00.987Z");

  @TempDir Path dir;

  static List<Filled<?>> samples() {
    return Samples.all();
  }

  static Path write(Path directory, List<Filled<?>> tables) throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(directory)) {
      for (Filled<?> filled : tables) {
        write(writer, filled);
      }
      return writer.finish(List.of(), new Manifest.Selected(List.of(), List.of(), List.of()), NOON);
    }
  }

  private static <R> void write(ArchiveWriter writer, Filled<R> filled) throws IOException {
    try (TableWriter<R> table = writer.table(filled.table())) {
      for (R row : filled.records()) {
        table.write(row);
      }
    }
  }

  /** Newlines, quotes, Unicode, control characters, NULL apart from empty: all come back. */
  @ParameterizedTest
  @MethodSource("samples")
  void everyTableComesBackAsItWasWritten(Filled<?> filled) throws IOException {
    Path tarball = write(dir.resolve("a"), List.of(filled));

    assertThat(Archive.open(tarball).rows(filled.table())).isEqualTo(filled.records());
  }

  @Test
  void aTableWithoutRowsIsThereAndEmpty() throws IOException {
    Path tarball = write(dir.resolve("a"), List.of(new Filled<>(Keypair.TABLE, List.of())));

    Archive archive = Archive.open(tarball);
    assertThat(archive.has(ResourceKind.KEYPAIRS)).isTrue();
    assertThat(archive.rows(Keypair.TABLE)).isEmpty();
    assertThat(archive.has(ResourceKind.CINDER_QUOTAS)).isFalse();
    assertThat(archive.format()).isEqualTo(1);
  }

  /** A kind of two tables is only there if both are. */
  @Test
  void groupsWithoutTheirRulesFileAreNotTheKind() throws IOException {
    Path tarball = write(dir.resolve("a"), List.of(new Filled<>(SecurityGroup.TABLE, List.of())));

    assertThat(Archive.open(tarball).has(ResourceKind.SECURITY_GROUPS)).isFalse();
  }

  @Test
  void tarballAndDataDirectoryAreForTheOwnerOnly() throws IOException {
    Path tarball = write(dir.resolve("a"), Samples.all()); // D25

    assertPrivate(tarball, dir.resolve("a"));
  }

  /** Also when somebody else's tar or copy made the tarball's modes wide. */
  @Test
  void whatIsUnpackedIsForTheOwnerOnly() throws IOException {
    Path tarball = write(dir.resolve("a"), Samples.all());
    Path copy = Files.createDirectory(dir.resolve("elsewhere")).resolve("a.tar.bz2");
    Files.copy(tarball, copy);

    Archive archive = Archive.open(copy);

    assertPrivate(null, archive.directory());
  }

  private static void assertPrivate(Path tarball, Path directory) throws IOException {
    if (tarball != null) {
      assertThat(mode(tarball)).isEqualTo("rw-------");
    }
    assertThat(mode(directory)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isNotEmpty().allSatisfy(f -> assertThat(mode(f)).isEqualTo("rw-------"));
    }
  }

  private static String mode(Path path) throws IOException {
    return java.nio.file.attribute.PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path));
  }

  @Test
  void twoWritingsOfTheSameRowsDifferInNothing() throws IOException {
    Path one = write(dir.resolve("one/a"), Samples.all());
    Path other = write(dir.resolve("other/a"), Samples.all());

    assertThat(one).hasSameBinaryContentAs(other);
    assertThat(Archive.open(one).seal()).isEqualTo(Archive.open(other).seal());
  }

  @Test
  void theSealTellsOneContentFromAnother() throws IOException {
    List<Filled<?>> all = Samples.all();
    Path one = write(dir.resolve("one/a"), all);
    Path other = write(dir.resolve("other/a"), all.subList(0, all.size() - 1));

    assertThat(Archive.open(one).seal()).isNotEqualTo(Archive.open(other).seal());
  }

  @Test
  void theManifestNamesColumnsRowsAndSums() throws IOException {
    write(dir.resolve("a"), List.of(new Filled<>(Keypair.TABLE, List.of())));

    Manifest manifest =
        Manifest.parse(Files.readAllBytes(dir.resolve("a").resolve(Manifest.FILE_NAME)));

    Manifest.Entry entry = manifest.file("keypairs.csv").orElseThrow();
    assertThat(entry.columns()).isEqualTo(Keypair.TABLE.columns());
    assertThat(entry.rows()).isZero();
    assertThat(entry.sha256()).isEqualTo(Sha256.of(dir.resolve("a/keypairs.csv")));
    assertThat(entry.bytes()).isEqualTo(Files.size(dir.resolve("a/keypairs.csv")));
    assertThat(manifest.created()).isEqualTo("2026-11-21T12:00:00Z");
  }

  /** The rule of the format, written out: a reader in any language can rely on it. */
  @Test
  void nullIsAnUnquotedEmptyFieldAndEmptyAQuotedOne() throws IOException {
    Keypair empty = new Keypair("u", "n", "ssh", "", null);
    write(dir.resolve("a"), List.of(new Filled<>(Keypair.TABLE, List.of(empty))));

    assertThat(dir.resolve("a/keypairs.csv"))
        .hasContent("user_id,name,type,public_key,fingerprint\n\"u\",\"n\",\"ssh\",\"\",\n");
  }
}
