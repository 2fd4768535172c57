package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cloudtransfer.archive.Samples.Filled;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {
  @TempDir Path dir;

  private static final List<Filled<?>> KEYPAIRS = List.of(new Filled<>(Keypair.TABLE, List.of()));
  private static final List<Filled<?>> PROJECTS = List.of(new Filled<>(Project.TABLE, List.of()));

  @Test
  void filesOfAnEarlierWiderDownloadAreNotInTheNewOne() throws IOException {
    ArchiveRoundTripTest.write(dir.resolve("a"), Samples.all()); // D22

    Path tarball = ArchiveRoundTripTest.write(dir.resolve("a"), KEYPAIRS);

    assertThat(Refused.everything(dir.resolve("a"))).hasSize(3);
    assertThat(Archive.open(tarball).rows(Project.TABLE)).isEmpty();
  }

  @Test
  void theTarballIsBesideTheDirectoryAndNotInIt() throws IOException {
    Path tarball = ArchiveRoundTripTest.write(Path.of(dir + "/a/"), KEYPAIRS); // D22

    assertThat(tarball).isEqualTo(dir.resolve("a.tar.bz2")).isRegularFile();
    assertThat(dir.resolve("a/.tar.bz2")).doesNotExist();
  }

  @Test
  void aDirectoryOfSomebodyElseIsRefusedAndUntouched() throws IOException {
    Path home = Files.createDirectory(dir.resolve("home"));
    Files.writeString(home.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> ArchiveWriter.open(home)).isInstanceOf(StopException.class);
    assertThat(home.resolve("thesis.txt")).hasContent("years of work");
    assertThat(Refused.everything(dir)).hasSize(3);
  }

  @Test
  void aFileInTheDirectorysPlaceIsRefused() throws IOException {
    Path file = Files.writeString(dir.resolve("a"), "x");

    assertThatThrownBy(() -> ArchiveWriter.open(file))
        .isInstanceOf(StopException.class)
        .hasMessageContaining("no directory");
  }

  @Test
  void aDirectoryWithAnUploadsJournalIsRefused() throws IOException {
    ArchiveRoundTripTest.write(dir.resolve("a"), KEYPAIRS);
    Files.writeString(dir.resolve("a").resolve(Archive.JOURNAL), "{}\n");

    assertThatThrownBy(() -> ArchiveWriter.open(dir.resolve("a")))
        .isInstanceOf(StopException.class)
        .hasMessageContaining("journal");
  }

  @Test
  void anEmptyDirectoryIsTaken() throws IOException {
    Files.createDirectory(dir.resolve("a"));

    assertThat(ArchiveRoundTripTest.write(dir.resolve("a"), KEYPAIRS)).exists();
  }

  @Test
  void aBrokenOffDownloadLeavesWhatWasThereBefore() throws IOException {
    Path tarball = ArchiveRoundTripTest.write(dir.resolve("a"), PROJECTS);
    Set<String> before = Refused.everything(dir);

    try (ArchiveWriter writer = ArchiveWriter.open(dir.resolve("a"));
        TableWriter<Keypair> table = writer.table(Keypair.TABLE)) {
      table.write(new Keypair("u", "n", "ssh", "k", null));
    }

    assertThat(Refused.everything(dir)).isEqualTo(before);
    assertThat(Archive.open(tarball).rows(Project.TABLE)).isEmpty();
  }
}
