package org.cloudtransfer.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.upload.execute.Brake;
import org.cloudtransfer.upload.execute.Executor;
import org.cloudtransfer.upload.execute.Journal;
import org.cloudtransfer.upload.execute.TargetLock;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.report.JsonReport;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.TextReport;
import org.cloudtransfer.upload.target.Target;
import org.cloudtransfer.upload.target.Transfer;

/** The way back: kinds in reverse order, each from its deeds and a fresh look at the target. */
final class Rollback {
  private Rollback() {}

  /** Shows what would be taken back. */
  static ExitCode think(Run run) {
    Ledger ledger = Journal.read(run.archive(), run.cloud().identity());
    List<Outcome> outcomes = new ArrayList<>();
    for (Stage stage : stages(run, ledger)) {
      for (Step step : stage.steps().apply(ledger)) {
        outcomes.addAll(expected(step));
      }
    }
    run.console().say("Nothing has been written. If all goes well, this is how it will end:");
    return conclude(run, outcomes);
  }

  private static List<Outcome> expected(Step step) {
    if (step instanceof Step.Settled settled) {
      return List.of(settled.outcome());
    }
    if (step instanceof Step.Act act) {
      return act.action().rows().stream()
          .map(row -> new Outcome(row, Result.UNDONE, "", ""))
          .toList();
    }
    return List.of();
  }

  /** Takes back. */
  static ExitCode carryOut(Run run) {
    Brake brake = new Brake(Long.MAX_VALUE);
    try (TargetLock lock = run.lock();
        Journal journal =
            Journal.open(run.archive(), run.cloud().identity(), run.surroundings().clock());
        Interrupt interrupt = Interrupt.pulling(brake)) {
      Executor executor =
          new Executor(run.cloud(), journal, run.workers(), brake, run.surroundings().sleep());
      List<Outcome> outcomes = new ArrayList<>();
      List<Stage> stages = stages(run, journal.ledger());
      interrupt.writingBegins();
      for (Stage stage : stages) {
        List<Step> steps = stage.steps().apply(journal.ledger());
        try (Progress progress = Progress.of(run.console(), stage.title(), steps)) {
          outcomes.addAll(executor.run(steps, progress::step));
        }
      }
      ExitCode code = conclude(run, outcomes);
      return brake
          .reason()
          .map(why -> why == Brake.Reason.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.STOPPED)
          .orElse(code);
    } catch (IOException e) {
      throw new StopException(
          ExitCode.STOPPED,
          "The journal cannot be closed: " + e.getMessage() + ".",
          "Check the disk, then run this again.",
          e);
    }
  }

  private static List<Stage> stages(Run run, Ledger ledger) {
    List<Deed> deeds = Journal.deeds(run.archive());
    Transfer transfer = run.transfer(new IdentityMap(Map.of(), Set.of()), ledger);
    List<Target> targets = new ArrayList<>(run.targets());
    Collections.reverse(targets);
    List<Stage> stages = new ArrayList<>();
    for (Target target : targets) {
      stages.addAll(
          target.undo(transfer, deeds.stream().filter(deed -> isOf(target.kind(), deed)).toList()));
    }
    return stages;
  }

  private static boolean isOf(ResourceKind kind, Deed deed) {
    return ResourceKind.ofTable(deed.row().table()).filter(kind::equals).isPresent();
  }

  private static ExitCode conclude(Run run, List<Outcome> outcomes) {
    Report report = new Report(run.rows(), run.kinds(), outcomes);
    TextReport.ofRollback(report).forEach(run.console()::result);
    run.console().json(() -> JsonReport.text("rollback", report.exitCode(), report));
    return report.exitCode();
  }
}
