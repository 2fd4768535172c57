package org.cloudtransfer.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
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
import org.cloudtransfer.upload.report.WhoIsWho;
import org.cloudtransfer.upload.target.Target;
import org.cloudtransfer.upload.target.Transfer;

/** The way back: kinds in reverse order, each from its deeds and a fresh look at the target. */
final class Rollback {
  private final Run run;
  private final Telling telling;
  private final Typed typed;

  Rollback(Run run, Telling telling, Typed typed) {
    this.run = run;
    this.telling = telling;
    this.typed = typed;
  }

  /** Shows what would be taken back. */
  ExitCode think() {
    Ledger ledger = Journal.read(run.archive(), run.cloud().identity());
    List<Outcome> outcomes = new ArrayList<>();
    for (Stage stage : stages(selected(Journal.deeds(run.archive())), ledger)) {
      List<Step> steps = stage.steps().apply(ledger);
      run.chronicle().note(steps);
      steps.forEach(step -> outcomes.addAll(expected(step)));
    }
    run.console().say("Nothing has been written. If all goes well, this is how it will end:");
    return conclude(outcomes, Optional.empty(), true);
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
  ExitCode carryOut() {
    Brake brake = new Brake(Long.MAX_VALUE);
    try (TargetLock lock = run.lock();
        Journal journal =
            Journal.open(run.archive(), run.cloud().identity(), run.surroundings().clock());
        Interrupt interrupt = Interrupt.pulling(brake)) {
      Executor executor =
          new Executor(run.cloud(), journal, run.workers(), brake, run.surroundings().sleep());
      List<Outcome> outcomes = new ArrayList<>();
      List<Stage> stages = stages(selected(journal.deeds()), journal.ledger());
      interrupt.writingBegins();
      try {
        for (Stage stage : stages) {
          outcomes.addAll(carryOut(stage, journal.ledger(), executor));
        }
      } catch (RuntimeException | Error e) {
        brake.stop(e);
      }
      Stopped.explain(brake, run.console());
      return Stopped.told(brake, () -> conclude(outcomes, brake.reason(), false));
    } catch (IOException e) {
      throw new StopException(
          ExitCode.STOPPED,
          "The journal cannot be closed: " + e.getMessage() + ".",
          "Check the disk, then run this again.",
          e);
    }
  }

  private List<Outcome> carryOut(Stage stage, Ledger ledger, Executor executor) {
    List<Step> steps = stage.steps().apply(ledger);
    run.chronicle().note(steps);
    try (Progress progress = run.phase().progress(stage, steps)) {
      return run.phase()
          .stopwatch()
          .rows(
              "Taking back " + stage.title(),
              Phase.rows(steps),
              () -> executor.run(steps, (requested, outcomes) -> progress.step(requested)));
    }
  }

  private List<Stage> stages(List<Deed> deeds, Ledger ledger) {
    Transfer transfer = run.transfer(new IdentityMap(Map.of(), Map.of()), ledger);
    List<Target> targets = new ArrayList<>(run.targets());
    Collections.reverse(targets);
    List<Stage> stages = new ArrayList<>();
    for (Target target : targets) {
      List<Deed> ofKind = deeds.stream().filter(deed -> isOf(target.kind(), deed)).toList();
      stages.addAll(run.phase().part(target.kind().title(), () -> target.undo(transfer, ofKind)));
    }
    return stages;
  }

  private List<Deed> selected(List<Deed> deeds) {
    Set<RowKey> keys = run.rows().keys(run.kinds());
    return deeds.stream().filter(deed -> keys.contains(deed.row())).toList();
  }

  private static boolean isOf(ResourceKind kind, Deed deed) {
    return ResourceKind.ofTable(deed.row().table()).filter(kind::equals).isPresent();
  }

  private ExitCode conclude(
      List<Outcome> outcomes, Optional<Brake.Reason> stopped, boolean dryRun) {
    Report report = new Report(run.rows(), run.kinds(), outcomes);
    ExitCode exitCode = stopped.map(Stopped::exitCode).orElseGet(report::exitCode);
    TextReport.ofRollback(report).forEach(run.console()::result);
    run.console().json(() -> JsonReport.text("rollback", exitCode, report));
    telling.tell(
        run, report, WhoIsWho.NOBODY, new Closings(typed, report, exitCode).ofRollback(dryRun));
    return exitCode;
  }
}
