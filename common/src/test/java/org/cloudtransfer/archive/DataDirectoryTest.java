package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cloudtransfer.archive.Samples.Filled;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory beside the tarball, where the journal lives: D19. */
class DataDirectoryTest {
  @TempDir Path dir;
  private Path tarball;
  private Path data;

  @BeforeEach
  void copyATarball() throws IOException {
    Path written = ArchiveRoundTripTest.write(dir.resolve("old/a"), Samples.all());
    tarball = Files.createDirectory(dir.resolve("new")).resolve("a.tar.bz2");
    Files.move(written, tarball);
    data = dir.resolve("new/a");
  }

  private void overwriteTarball() throws IOException {
    Path other =
        ArchiveRoundTripTest.write(
            dir.resolve("other/a"), List.of(new Filled<>(Keypair.TABLE, List.of())));
    Files.copy(other, tarball, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void itIsBesideTheTarballWhereverTheProgramRuns() {
    Archive archive = Archive.open(tarball);

    assertThat(archive.directory()).isEqualTo(data).isDirectory();
    assertThat(data.resolve("keypairs.csv")).exists();
  }

  @Test
  void openingAgainKeepsTheJournalAndTheSeal() throws IOException {
    String seal = Archive.open(tarball).seal();
    Files.writeString(data.resolve(Archive.JOURNAL), "{\"entry\":1}\n");

    Archive again = Archive.open(tarball);

    assertThat(again.seal()).isEqualTo(seal);
    assertThat(again.directory()).isEqualTo(data);
    assertThat(data.resolve(Archive.JOURNAL)).hasContent("{\"entry\":1}\n");
    assertThat(Refused.everything(dir.resolve("new")).toString()).doesNotContain("partial");
  }

  /** Somebody looked at a file in a spreadsheet: the tarball is the truth. */
  @Test
  void aChangedFileThereIsMended() throws IOException {
    Archive.open(tarball);
    Files.writeString(data.resolve("projects.csv"), "rubbish");

    assertThat(Archive.open(tarball).rows(Project.TABLE)).isNotEmpty();
    assertThat(Files.readString(data.resolve("projects.csv"))).startsWith("id,name");
  }

  @Test
  void theDirectoryOfAnotherArchiveIsRefusedAndUntouched() throws IOException {
    Archive.open(tarball);
    Files.writeString(data.resolve(Archive.JOURNAL), "{}\n");
    overwriteTarball();

    assertThat(refusal()).contains("is not what this tarball unpacks to");
  }

  @Test
  void aDirectoryOfSomebodyElseIsRefusedAndUntouched() throws IOException {
    Files.createDirectory(data);
    Files.writeString(data.resolve("thesis.txt"), "years of work");

    assertThat(refusal()).contains("is not what this tarball unpacks to");
  }

  @Test
  void aJournalWithoutItsArchiveIsRefused() throws IOException {
    Files.createDirectory(data);
    Files.writeString(data.resolve(Archive.JOURNAL), "{}\n");

    assertThat(refusal()).contains("manifest.json");
  }

  @Test
  void aFileInItsPlaceIsRefused() throws IOException {
    Files.writeString(data, "x");

    assertThat(refusal()).contains("no directory");
  }

  private String refusal() {
    Set<String> before = Refused.everything(dir);
    String message =
        org.assertj.core.api.Assertions.catchThrowable(() -> Archive.open(tarball)).getMessage();
    assertThat(Refused.everything(dir)).isEqualTo(before);
    return message;
  }

  @Test
  void anEmptyDirectoryIsTaken() throws IOException {
    Files.createDirectory(data);

    assertThat(Archive.open(tarball).directory()).isEqualTo(data);
  }

  @Test
  void aTarballOfAnotherSuffixHasADirectoryOfItsOwn() throws IOException {
    Path renamed = Files.move(tarball, dir.resolve("new/backup"));

    assertThat(Archive.open(renamed).directory()).isEqualTo(dir.resolve("new/backup.data"));
  }
}
