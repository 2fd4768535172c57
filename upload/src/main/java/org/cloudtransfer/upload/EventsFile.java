package org.cloudtransfer.upload;

import java.io.IOException;
import java.nio.file.Path;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.report.Events;
import picocli.CommandLine.Option;

/** The option {@code --events}. */
final class EventsFile {
  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "Write a line of JSON for each row as it comes to its end.")
  private Path file;

  /**
   * Opens the file.
   *
   * @throws StopException if it cannot be written
   */
  Events open(Surroundings surroundings) {
    try {
      return file == null ? Events.NONE : Events.to(file, surroundings.clock());
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          "The events cannot be written to " + file + ": " + e.getMessage() + ".",
          "Name a file in a directory that exists and can be written to. Nothing was done.",
          e);
    }
  }
}
