package org.cloudtransfer.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Stage;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.report.Events;
import org.cloudtransfer.upload.report.JsonReport;
import org.cloudtransfer.upload.report.PlanFile;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.TextReport;
import org.cloudtransfer.upload.target.Target;
import org.cloudtransfer.upload.target.Transfer;
import org.cloudtransfer.upload.verify.Question;

/** Plans, applies and verifies. */
final class Upload {
  private final Run run;
  private final Brake brake;
  private final Path plan;
  private final Events events;
  private final Telling telling;
  private final Typed typed;

  /**
   * @param plan a saved plan to keep to; null for none
   * @param typed for the exact command that comes next
   */
  Upload(Run run, Brake brake, Path plan, Events events, Telling telling, Typed typed) {
    this.run = run;
    this.brake = brake;
    this.plan = plan;
    this.events = events;
    this.telling = telling;
    this.typed = typed;
  }

  ExitCode apply() {
    try (TargetLock lock = run.lock();
        Journal journal =
            Journal.open(run.archive(), run.cloud().identity(), run.surroundings().clock());
        Interrupt interrupt = Interrupt.pulling(brake)) {
      Transfer transfer = run.transfer(run.identities(), journal.ledger());
      if (plan != null) {
        PlanFile.requireFresh(plan, Planning.plan(run, transfer));
      }
      return apply(transfer, journal, interrupt, new Report(run.rows(), run.kinds()));
    } catch (IOException e) {
      throw new StopException(
          ExitCode.STOPPED,
          "The journal cannot be closed: " + e.getMessage() + ".",
          "Check the disk, then run this again.",
          e);
    }
  }

  private ExitCode apply(Transfer transfer, Journal journal, Interrupt interrupt, Report report) {
    Executor executor =
        new Executor(run.cloud(), journal, run.workers(), brake, run.surroundings().sleep());
    awaitRequestsInFlight(journal);
    List<Stage> stages =
        run.phase()
            .of("Reading what the target holds", "requests", () -> prepare(transfer, report));
    interrupt.writingBegins();
    try {
      for (Stage stage : stages) {
        if (brake.reason().isEmpty()) {
          carryOut(stage, transfer, executor, report);
        }
      }
      if (brake.reason().isEmpty()) {
        verify(transfer, executor.shown(), report);
      }
    } catch (RuntimeException | Error e) {
      brake.stop(e);
    }
    return Stopped.told(brake, () -> conclude(transfer, report));
  }

  private List<Stage> prepare(Transfer transfer, Report report) {
    List<Stage> stages = new ArrayList<>();
    for (Target target : run.targets()) {
      stages.addAll(timed(target.kind(), report, () -> prepare(target, transfer)));
    }
    return stages;
  }

  private List<Stage> prepare(Target target, Transfer transfer) {
    return run.phase().part(target.kind().title(), () -> target.prepare(transfer));
  }

  private void awaitRequestsInFlight(Journal journal) {
    Duration wait = journal.untilSettled();
    if (!wait.isZero()) {
      run.console()
          .say(
              "An interrupted run left requests in flight; waiting " + wait.toSeconds() + " s ...");
      run.surroundings().sleep().accept(wait);
    }
  }

  private void carryOut(Stage stage, Transfer transfer, Executor executor, Report report) {
    run.console().detail("writing " + stage.title());
    List<Step> steps = stage.steps().apply(transfer.ledger());
    run.chronicle().note(steps);
    try (Progress progress = run.phase().progress(stage, steps)) {
      report.add(timed(stage.kind(), report, () -> carryOut(stage, steps, executor, progress)));
    }
  }

  private List<Outcome> carryOut(
      Stage stage, List<Step> steps, Executor executor, Progress progress) {
    return run.phase()
        .stopwatch()
        .rows(
            "Writing " + stage.title(),
            Phase.rows(steps),
            () ->
                executor.run(
                    steps,
                    (requested, outcomes) -> {
                      progress.step(requested);
                      events.write(outcomes);
                    }));
  }

  private void verify(Transfer transfer, Set<RowKey> shown, Report report) {
    AfterLook look = new AfterLook(report, shown);
    for (ResourceKind kind : run.kinds()) {
      if (look.isDue(kind)) {
        Question question = run.question(transfer.identities(), transfer.ledger(), look::concerns);
        List<Outcome> endings =
            run.phase()
                .of(
                    "Verifying " + kind.title(),
                    kind.title(),
                    () -> timed(kind, report, () -> AfterLook.endings(kind, question)));
        report.add(endings);
        events.write(endings);
      }
    }
  }

  private <T> T timed(ResourceKind kind, Report report, Supplier<T> work) {
    Instant start = run.surroundings().clock().instant();
    try {
      return work.get();
    } finally {
      report.spent(kind, Duration.between(start, run.surroundings().clock().instant()));
    }
  }

  private ExitCode conclude(Transfer transfer, Report report) {
    Optional<Brake.Reason> reason = brake.reason();
    events.write(
        report.close(
            reason.isPresent() ? "not reached: the run was stopped" : "forgotten: a defect",
            "Run this again."));
    TextReport.lines(report).forEach(run.console()::result);
    run.console().detail(run.cloud().requests() + " requests");
    Stopped.explain(brake, run.console());
    ExitCode exitCode = reason.map(Stopped::exitCode).orElseGet(report::exitCode);
    run.console().json(() -> JsonReport.text("upload", exitCode, report));
    if (events.isIncomplete()) {
      run.console().warn("The file of --events is incomplete: it could not be written.");
    }
    telling.tell(
        run,
        report,
        run.who(transfer.identities()),
        new Closings(typed, report, exitCode).ofUpload());
    return exitCode;
  }
}
