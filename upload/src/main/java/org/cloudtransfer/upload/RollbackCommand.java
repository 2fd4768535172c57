package org.cloudtransfer.upload;

import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.report.ReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code upload rollback}: takes back what the journal says this tool did, nothing else. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Takes back what uploads of this archive did to this cloud, as their journal tells: deletes"
          + " the key pairs, groups and rules that they made, and sets limits back. What somebody"
          + " has changed or put to use since is left, and listed.",
      ""
    })
final class RollbackCommand implements Callable<Integer>, Program.Command {
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ReportFile page = new ReportFile();
  @Spec private CommandSpec spec;

  @Option(names = "--dry-run", description = "Only show what would be taken back.")
  private boolean dryRun;

  private final Surroundings surroundings;

  RollbackCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return options.common();
  }

  @Override
  public Integer call() {
    page.requireWritable();
    try (Run run = options.open(surroundings)) {
      Telling telling = new Telling("upload rollback", "failed", page);
      Rollback rollback = new Rollback(run, telling, new Typed(spec));
      return (dryRun ? rollback.think() : rollback.carryOut()).number();
    }
  }
}
