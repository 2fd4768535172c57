package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.UploadPage.Closing;

/** How each command ends: in a sentence, and with the command that comes next. */
record Closings(Typed typed, Report report, ExitCode exitCode) {

  /**
   * @param out where the plan is; null for nowhere
   * @param unplaced how many users nobody found
   */
  Closing ofPlan(int requests, Path out, long unplaced) {
    List<Next> next = new ArrayList<>();
    if (unplaced > 0) {
      next.add(
          new Next(
              count(unplaced, "user has", "users have")
                  + " no place in the target; place them in a map, and plan again with --map",
              typed.command("map", "--out map.csv", "--out")));
    }
    if (requests > 0) {
      next.add(
          new Next("Apply it", typed.program(out == null ? "" : "--plan " + Typed.quoted(out))));
    }
    return closing(
        "Nothing has been written. "
            + count(requests, "request", "requests")
            + " would be sent"
            + left(", and %s are left to look at.", "."),
        next);
  }

  Closing ofUpload() {
    return switch (exitCode) {
      case DONE ->
          closing(
              "All done and verified.",
              new Next("Compare archive and cloud at any time", typed.command("verify", "")));
      case ROWS_LEFT ->
          closing(
              left("Finished; %s are left to look at.", ""),
              new Next(
                  "Mend what is withheld or failed, then run this again: it does only what is left",
                  typed.again()));
      case INTERRUPTED -> closing("Interrupted.", new Next("Go on", typed.again()));
      default -> closing("Stopped.", new Next("Go on when that is mended", typed.again()));
    };
  }

  Closing ofVerify() {
    if (exitCode == ExitCode.DONE) {
      return closing("Archive and target agree.");
    }
    boolean withheldOnly =
        report.outcomes().noneMatch(outcome -> outcome.result() == Result.FAILED);
    return closing(
        left("Archive and target differ, or could not be brought together, in %s.", ""),
        withheldOnly
            ? new Next("See what would help the rows withheld", typed.command("plan", ""))
            : new Next("Bring over what differs", typed.program("")));
  }

  Closing ofRollback(boolean dryRun) {
    if (dryRun) {
      return closing(
          "Nothing has been written.", new Next("Take it back", typed.command("rollback", "")));
    }
    return switch (exitCode) {
      case DONE -> closing("All is taken back.");
      case ROWS_LEFT ->
          closing(
              left("Finished; %s could not be taken back.", ""),
              new Next("Mend that, then run this again", typed.again()));
      default -> closing("Stopped.", new Next("Go on when that is mended", typed.again()));
    };
  }

  private String left(String some, String none) {
    long rows = report.rowsLeft();
    return rows == 0 ? none : some.formatted(count(rows, "row", "rows"));
  }

  private static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  private Closing closing(String verdict, Next... next) {
    return closing(verdict, List.of(next));
  }

  private Closing closing(String verdict, List<Next> next) {
    return new Closing(exitCode, verdict, next);
  }
}
