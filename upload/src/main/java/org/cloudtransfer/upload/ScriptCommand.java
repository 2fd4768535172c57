package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.Script;
import org.cloudtransfer.upload.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upload script}: the plan as a shell script. */
@Command(
    name = "script",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Writes what `upload` would do as a bash script of curl calls, to be read and run by hand."
          + " The script takes the token from OS_TOKEN.",
      ""
    })
final class ScriptCommand implements Callable<Integer>, Program.Command {
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write. Default: standard output.")
  private Path out;

  private final Surroundings surroundings;

  ScriptCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return options.common();
  }

  /**
   * What the script leaves out is said on standard error, for standard output may be the script.
   */
  @Override
  public Integer call() {
    ResultFile.requireWritable(out);
    try (Run run = options.open(surroundings)) {
      Plan plan = Planning.plan(run, run.identities());
      Report report = Planning.report(run, plan);
      TextReport.lines(report).forEach(run.console()::say);
      ResultFile.write(out, Script.text(plan, run.cloud()::endpoint), run.console());
      return report.exitCode().number();
    }
  }
}
