package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.report.PlanFile;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.TextReport;
import org.cloudtransfer.upload.report.WhoIsWho;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code upload plan}: what would be done and why; writes nothing to the cloud. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Shows what `upload` with the same options would do, and why; writes nothing to the cloud.",
      ""
    })
final class PlanCommand implements Callable<Integer>, Program.Command {
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ReportFile page = new ReportFile();
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the plan as JSON, for `upload --plan`.")
  private Path out;

  @Option(
      names = "--detailed-exitcode",
      description = "Exit with 4 if anything would be written, 0 if nothing.")
  private boolean detailed;

  private final Surroundings surroundings;

  PlanCommand(Surroundings surroundings) {
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
      IdentityMap identities = run.identities();
      Plan plan = Planning.plan(run, identities);
      Report report = Planning.report(run, plan);
      run.chronicle().note(plan.steps());
      describe(run.console(), plan);
      TextReport.lines(report).forEach(run.console()::result);
      run.console().say(plan.actions().size() + " requests would be sent.");
      save(plan, run.console());
      run.console().json(() -> PlanFile.json(plan));
      ExitCode exitCode = exitCode(plan, report);
      WhoIsWho who =
          run.who(identities, page.isAskedFor() ? run.suggestions(identities) : Map.of());
      new Telling("upload plan", "failed", page)
          .tell(
              run,
              report,
              who,
              new Closings(new Typed(spec), report, exitCode)
                  .ofPlan(plan.actions().size(), out, identities.unplaced()));
      return exitCode.number();
    }
  }

  private static void describe(Console console, Plan plan) {
    console.say("Nothing has been written. If all goes well, this is how it will end:");
    plan.actions()
        .forEach(
            action ->
                action
                    .rows()
                    .forEach(
                        row ->
                            console.detail(
                                action.verb().text() + "  " + row.table() + "  " + row)));
  }

  private void save(Plan plan, Console console) {
    if (out != null) {
      ResultFile.write(out, PlanFile.json(plan) + "\n", console);
      console.say("The plan is in " + out + ".");
    }
  }

  private ExitCode exitCode(Plan plan, Report report) {
    if (detailed) {
      return plan.changes() ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }
    return report.exitCode();
  }
}
