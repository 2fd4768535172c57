package org.cloudtransfer.download;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.source.SourceCloud;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Reads key pairs, quotas and security groups from the databases of an old OpenStack cloud and"
          + " writes them to an archive that 'upload' replays through a new cloud's APIs.",
      "The databases are only read: each in one read-only transaction.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  download --directory /root/soc6        everything, as the services here are configured",
      "  download --keypairs --quotas           some kinds; writes to cloudtransfer-TIME",
      "  download --project web --project 4f1c  what belongs to two projects",
      "  download check                         what may give trouble; writes nothing",
      "",
      "Exit codes: 0 all done; 1 done, but rows were withheld (listed); 2 wrong usage, configuration"
          + " or input; 3 a database cannot be reached or does not let us in; 130 interrupted."
    })
final class DownloadCommand implements Callable<Integer>, Program.Command {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Surroundings surroundings;

  @Option(
      order = -200,
      names = "--directory",
      paramLabel = "DIR",
      description =
          "Data directory to write; the tarball DIR.tar.bz2 comes beside it"
              + " (default: cloudtransfer-TIME in the current directory).")
  private Path directory;

  @Mixin private Selection selection = new Selection();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private ReportFile page = new ReportFile();
  @Mixin private CommonOptions common = new CommonOptions();

  DownloadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  static Path defaultDirectory(Instant now) {
    return Path.of("cloudtransfer-" + STAMP.format(now));
  }

  @Override
  public Integer call() {
    page.requireWritable();
    Console console = common.console(surroundings.out(), surroundings.err());
    Instant now = surroundings.clock().instant();
    Path target = directory == null ? defaultDirectory(now) : directory;
    try (SourceCloud cloud =
        new SourceCloud(source.locator(surroundings.environment()), source.release(), console)) {
      return new Download(cloud, selection, surroundings.clock(), console, page)
          .to(target)
          .number();
    }
  }
}
