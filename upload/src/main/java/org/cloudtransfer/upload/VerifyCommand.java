package org.cloudtransfer.upload;

import java.util.Map;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.upload.execute.Journal;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.VerifyReport;
import org.cloudtransfer.upload.verify.Announced;
import org.cloudtransfer.upload.verify.Comparison;
import org.cloudtransfer.upload.verify.Question;
import org.cloudtransfer.upload.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code upload verify}: compares archive and target; writes nothing. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Reads the cloud again and compares it with the archive, row by row and field by field: what"
          + " is missing, differs, or is there beyond it. Exit code 4 if anything is. Where the"
          + " upload was given policy options, give them here, too.",
      ""
    })
final class VerifyCommand implements Callable<Integer>, Program.Command {
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ReportFile page = new ReportFile();
  @Spec private CommandSpec spec;

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
    page.requireWritable();
    try (Run run = options.open(surroundings)) {
      IdentityMap identities = run.identities();
      Ledger ledger = Journal.read(run.archive(), run.cloud().identity());
      Question question = run.question(identities, ledger, row -> true);
      Comparison comparison =
          run.phase().of("Reading what the target holds", "requests", () -> compare(run, question));
      VerifyReport report = new VerifyReport(run.rows(), run.kinds(), comparison, announced(run));
      report.lines().forEach(run.console()::result);
      run.console().json(report::json);
      Report differences = Differences.of(comparison, run);
      new Telling("upload verify", "differs", page)
          .tell(
              run,
              differences,
              run.who(identities),
              new Closings(new Typed(spec), differences, report.exitCode()).ofVerify());
      return report.exitCode().number();
    }
  }

  private static Comparison compare(Run run, Question question) {
    return Comparison.of(
        run.kinds().stream()
            .map(kind -> run.phase().part(kind.title(), () -> Verifier.compare(kind, question)))
            .toList());
  }

  /** A selection of owners leaves rows out on purpose. */
  private static Map<String, Long> announced(Run run) {
    Selection selection = run.options().selection();
    return selection.projects().isEmpty() && selection.users().isEmpty()
        ? Announced.rows(run.archive())
        : Map.of();
  }
}
