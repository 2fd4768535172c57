package org.cloudtransfer.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.cloudtransfer.archive.Private;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import picocli.CommandLine.Option;

/** The option {@code --report}, and the file that it names. */
public final class ReportFile {
  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also write a report as one web page that needs no network.")
  private Path file;

  public boolean isAskedFor() {
    return file != null;
  }

  /**
   * Checks that the file can be written, before anything is done.
   *
   * @throws StopException if it cannot
   */
  public void requireWritable() {
    if (file == null) {
      return;
    }
    try {
      Private.requireWritable(file);
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          "The report " + file + " cannot be written: " + Private.reason(e) + ".",
          "Name a file in a directory that exists and can be written to. Nothing was done.",
          e);
    }
  }

  /**
   * Writes the page, whole or not at all, if the user asked for one. The run is over by then and
   * its exit code stands, so that a full disk is only a warning.
   */
  public void write(Supplier<Page> page, Console console) {
    if (file == null) {
      return;
    }
    try {
      Private.replace(file, HtmlPage.of(page.get()).getBytes(StandardCharsets.UTF_8));
      console.say("The report is in " + file + "; open it in a browser.");
    } catch (IOException e) {
      console.warn("The report " + file + " could not be written: " + Private.reason(e) + ".");
    }
  }
}
