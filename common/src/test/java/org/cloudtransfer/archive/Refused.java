package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/** How a tarball is refused: with code 2, a message, a remedy, and nothing left behind. */
final class Refused {
  private Refused() {}

  static String message(Path tarball) {
    Set<String> before = everything(tarball.getParent());
    Throwable thrown = catchThrowable(() -> Archive.open(tarball));
    assertThat(thrown).isInstanceOf(StopException.class);
    StopException stop = (StopException) thrown;
    assertThat(stop.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stop.getMessage()).contains(tarball.getFileName().toString()).endsWith(".");
    assertThat(stop.remedy()).isNotBlank();
    assertThat(everything(tarball.getParent())).as("nothing is left behind").isEqualTo(before);
    return stop.getMessage();
  }

  /** All paths below a directory, with the sizes of files. */
  static Set<String> everything(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.map(Refused::describe).collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(Path path) {
    try {
      return path + (Files.isRegularFile(path) ? " " + Files.size(path) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
