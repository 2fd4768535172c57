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
   * Checks that the file can be written, before anything is done.
   *
   * @param file null for standard output
   * @throws StopException if it cannot
   */
  static void requireWritable(Path file) {
    if (file == null) {
      return;
    }
    try {
      Private.requireWritable(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

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
      throw unwritable(file, e);
    }
  }

  private static StopException unwritable(Path file, IOException e) {
    return new StopException(
        ExitCode.BAD_INPUT,
        file + " cannot be written: " + Private.reason(e) + ".",
        "Name another file with --out, in a directory that exists and can be written to.",
        e);
  }
}
