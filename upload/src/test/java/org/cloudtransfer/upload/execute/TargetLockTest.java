package org.cloudtransfer.upload.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time on a cloud, as far as one machine can tell. */
class TargetLockTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path temporary;
  private final List<String> warnings = new ArrayList<>();

  private Path locks() {
    return temporary.resolve("locks");
  }

  private TargetLock take(String target) {
    return TargetLock.take(locks(), target, NOON, warnings::add);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(locks())) {
      return files.toList();
    }
  }

  @Test
  void aSecondRunOnTheSameCloudIsToldWhoHoldsIt() throws IOException {
    try (TargetLock lock = take("cloud")) {
      StopException stop = catchThrowableOfType(StopException.class, () -> take("cloud"));

      assertThat(stop.exitCode()).isEqualTo(ExitCode.LOCKED);
      assertThat(stop)
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ")
          .hasMessageContaining("since 2026-11-21T12:00:00Z");
      assertThat(lock).isNotNull();
    }
    take("cloud").close();
  }

  @Test
  void anotherCloudIsAnotherMatter() throws IOException {
    try (TargetLock one = take("one");
        TargetLock two = take("two/RegionOne")) {
      assertThat(one).isNotSameAs(two);
      assertThat(files()).hasSize(2);
    }
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    take("cloud").close();

    assertThat(files()).isEmpty();
    assertThat(warnings).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(locks())))
        .isEqualTo("rwx------");
  }

  @Test
  void theFileOfARunThatWasKilledDoesNotMatter() throws IOException {
    take("cloud").close();
    TargetLock killed = take("cloud");
    Path file = files().get(0);
    killed.close();
    Files.writeString(file, "process 1 on nowhere, since ever\n");

    try (TargetLock lock = take("cloud")) {
      assertThat(lock).isNotNull();
      assertThat(Files.readString(file)).contains("since 2026-11-21");
    }
  }

  @Test
  void whereNoLockCanBeTakenTheRunGoesOnWithAWarning() throws IOException {
    Files.createSymbolicLink(locks(), Files.createDirectory(temporary.resolve("elsewhere")));

    take("cloud").close();

    assertThat(warnings).singleElement().asString().contains("is not ours", "no other run");
    assertThat(temporary.resolve("elsewhere")).isEmptyDirectory();
  }

  @Test
  void aLinkInPlaceOfTheLockIsNotFollowed() throws IOException {
    take("cloud").close();
    TargetLock lock = take("cloud");
    Path file = files().get(0);
    lock.close();
    Path victim = Files.writeString(temporary.resolve("victim"), "precious");
    Files.createSymbolicLink(file, victim);

    take("cloud").close();

    assertThat(warnings).hasSize(1);
    assertThat(victim).hasContent("precious");
  }
}
