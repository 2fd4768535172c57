package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.upload.execute.Journal;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Estimate;
import org.cloudtransfer.upload.plan.Finding;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.report.FindingReport;
import org.cloudtransfer.upload.report.PlanFile;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.TextReport;
import org.cloudtransfer.upload.report.WhoIsWho;
import org.cloudtransfer.upload.survey.Facts;
import org.cloudtransfer.upload.survey.Survey;
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
    ResultFile.requireWritable(out);
    try (Run run = options.open(surroundings)) {
      Ledger ledger = Journal.read(run.archive(), run.cloud().identity());
      IdentityMap identities = run.identities();
      Instant begin = surroundings.clock().instant();
      long before = run.cloud().requests();
      Plan plan = Planning.plan(run, run.transfer(identities, ledger));
      long reads = run.cloud().requests() - before;
      Duration took = Duration.between(begin, surroundings.clock().instant());
      Report report = Planning.report(run, plan);
      run.chronicle().note(plan.steps());
      show(
          run,
          plan,
          report,
          findings(run, plan, identities, ledger),
          new Estimate(plan.actions().size(), reads, took, run.options().workers()));
      ExitCode exitCode = exitCode(plan, report);
      tell(run, plan, report, identities, exitCode);
      return exitCode.number();
    }
  }

  private static List<Finding> findings(Run run, Plan plan, IdentityMap identities, Ledger ledger) {
    Facts facts = Facts.of(run.cloud(), run.kinds());
    return Survey.of(plan, run.rows(), identities, ledger, facts);
  }

  private void show(Run run, Plan plan, Report report, List<Finding> findings, Estimate estimate) {
    Console console = run.console();
    describe(console, plan);
    FindingReport.lines(findings, report.labels()).forEach(console::result);
    TextReport.totals(report).forEach(console::result);
    FindingReport.lines(estimate).forEach(console::result);
    String json = PlanFile.json(plan, findings, estimate);
    save(json, console);
    console.json(() -> json);
  }

  private void tell(Run run, Plan plan, Report report, IdentityMap identities, ExitCode exitCode) {
    WhoIsWho who = page.isAskedFor() ? run.whoWithChoices(identities) : run.who(identities);
    new Telling("upload plan", "failed", page)
        .tell(
            run,
            report,
            who,
            new Closings(new Typed(spec), report, exitCode)
                .ofPlan(plan.actions().size(), out, identities.unplaced()));
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

  private void save(String json, Console console) {
    if (out != null) {
      ResultFile.write(out, json + "\n", console);
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
