package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.upload.execute.Status;
import org.cloudtransfer.upload.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upload status}: what the journal says; no network. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Shows what the journal says: how many rows are done, refused, in doubt, undone, and how many"
          + " it does not name. Asks no cloud.",
      ""
    })
final class StatusCommand implements Callable<Integer>, Program.Command {
  @Option(
      order = -200,
      names = "--tarball",
      paramLabel = "FILE",
      description = "The archive whose upload is meant. Required.")
  private Path tarball;

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings surroundings;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    Console console = common.console(surroundings.out(), surroundings.err());
    Archive archive = Archive.open(RunOptions.tarball(tarball));
    Status status = Status.of(archive);
    status.lines().forEach(console::result);
    console.json(() -> JsonReport.ofStatus(status.counts()));
    return ExitCode.DONE.number();
  }
}
