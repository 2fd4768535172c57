package org.cloudtransfer.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cloudtransfer.archive.Private;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;

/** Where a command's product goes: a file, whole or not at all, or standard output. */
final class ResultFile {
  private ResultFile() {}

  /**
   * @param file null for standard output
   */
  static void write(Path file, String text, Console console) {
    if (file == null) {
      text.lines().forEach(console::result);
      return;
    }
    try {
      Private.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          file + " cannot be written: " + e.getMessage() + ".",
          "Name another file with --out.",
          e);
    }
  }
}
