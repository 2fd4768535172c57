package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.upload.execute.Brake;
import org.cloudtransfer.upload.report.Events;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code upload --tarball FILE}: plans, applies and verifies. */
@Command(
    name = "upload",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Replays an archive through the APIs of the new cloud. What is there already is preserved;"
          + " running it again does only what is left to do.",
      "",
      "The cloud and the account come from the OS_* environment: source an openrc file first.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  upload plan --tarball soc6.tar.bz2      what would be done, and why",
      "  upload --tarball soc6.tar.bz2           do it; safe to repeat",
      "  upload --tarball soc6.tar.bz2 --quotas  some kinds",
      "  upload verify --tarball soc6.tar.bz2    compare archive and cloud",
      "",
      "Exit codes: 0 all done and verified; 1 finished, but rows were withheld or failed (each is"
          + " listed); 2 wrong usage, configuration or input, nothing changed; 3 cloud or database"
          + " not reachable or not authorised; 4 differences (verify) or changes pending (plan"
          + " --detailed-exitcode); 5 another run holds the lock; 6 stopped because too much"
          + " failed; 130 interrupted. After 3, 6 and 130 run the same command again."
    })
final class UploadCommand implements Callable<Integer>, Program.Command {
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ReportFile page = new ReportFile();
  @Mixin private EventsFile eventsFile = new EventsFile();
  @Spec private CommandSpec spec;

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      description = "Stop once so many rows have failed. Default: no bound.")
  private Long maxFailures;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Apply just this plan of `upload plan --out`; refuse if it is stale.")
  private Path plan;

  private final Surroundings surroundings;

  UploadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return options.common();
  }

  @Override
  public Integer call() {
    if (maxFailures != null && maxFailures < 1) {
      throw StopException.badInput(
          "--max-failures " + maxFailures + " is too small.", "Give 1 or more.");
    }
    Brake brake = new Brake(maxFailures == null ? Long.MAX_VALUE : maxFailures);
    page.requireWritable();
    try (Run run = options.open(surroundings);
        Events events = eventsFile.open(surroundings)) {
      Telling telling = new Telling("upload", "failed", page);
      return new Upload(run, brake, plan, events, telling, new Typed(spec)).apply().number();
    }
  }
}
