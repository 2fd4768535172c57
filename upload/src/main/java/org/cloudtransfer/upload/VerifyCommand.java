package org.cloudtransfer.upload;

import java.util.List;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.report.JsonReport;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code upload verify}: compares archive and target; writes nothing. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Compares the archive with the cloud, row by row, and lists what is missing or differs."
          + " Exit code 4 if anything does.",
      ""
    })
final class VerifyCommand implements Callable<Integer>, Program.Command {
  private static final String REMEDY = "Run upload to bring it over.";

  @Mixin private RunOptions options = new RunOptions();

  private final Surroundings surroundings;

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return options.common();
  }

  @Override
  public Integer call() {
    try (Run run = options.open(surroundings)) {
      Plan plan = Planning.plan(run);
      Report report = Planning.report(run, plan);
      Report differences = new Report(run.rows(), run.kinds());
      report.outcomes().forEach(outcome -> differences.add(List.of(judge(outcome))));
      plan.actions().stream()
          .filter(action -> action.verb() == Verb.DELETE)
          .flatMap(action -> action.rows().stream())
          .forEach(
              row ->
                  differences.add(
                      List.of(
                          Outcome.failed(
                              row, "it has rules that the source does not have", REMEDY))));
      TextReport.lines(differences).forEach(run.console()::result);
      ExitCode exitCode =
          differences.exitCode() == ExitCode.DONE ? ExitCode.DONE : ExitCode.DIFFERENCES;
      run.console().json(() -> JsonReport.text("verify", exitCode, differences));
      return exitCode.number();
    }
  }

  private static Outcome judge(Outcome outcome) {
    return switch (outcome.result()) {
      case CREATED -> Outcome.failed(outcome.row(), "it is not in the target", REMEDY);
      case UPDATED -> Outcome.failed(outcome.row(), "the target's limit differs", REMEDY);
      case UNCHANGED, UNDONE, INAPPLICABLE, WITHHELD, FAILED -> outcome;
    };
  }
}
