package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.identity.MapTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upload map}: the identity map as found, for editing. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Writes who is who as CSV: every project and user that owns something, where it was found in"
          + " the target and how, gaps left empty. Fill the gaps in and pass the file back with"
          + " --map.",
      ""
    })
final class MapCommand implements Callable<Integer>, Program.Command {
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write. Default: standard output.")
  private Path out;

  private final Surroundings surroundings;

  MapCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return options.common();
  }

  /** Gaps are what the command is for, so they are no failure. */
  @Override
  public Integer call() {
    ResultFile.requireWritable(out);
    try (Run run = options.open(surroundings)) {
      IdentityMap identities = run.identities();
      List<MapTable.Entry> entries = new ArrayList<>(MapTable.projects(identities, run.projects()));
      entries.addAll(MapTable.users(identities, run.owners(), run.suggestions(identities)));
      String csv = MapTable.csv(entries);
      ResultFile.write(out, csv, run.console());
      run.console().say(MapTable.summary(identities));
      return ExitCode.DONE.number();
    }
  }
}
