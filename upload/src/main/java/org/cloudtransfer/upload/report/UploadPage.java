package org.cloudtransfer.upload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.report.Fact;
import org.cloudtransfer.report.Line;
import org.cloudtransfer.report.Names;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.report.Page;
import org.cloudtransfer.report.QuotaChange;
import org.cloudtransfer.report.Removal;
import org.cloudtransfer.report.Timeline;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.target.Rows;

/**
 * What the page tells of one run of {@code upload}.
 *
 * @param command e.g. {@code upload plan}
 * @param failed the word for what failed
 */
public record UploadPage(
    String command,
    String failed,
    Closing closing,
    List<Fact> facts,
    Rows rows,
    Report report,
    WhoIsWho who,
    Chronicle chronicle,
    Timeline timeline) {

  /** How a run ended, and what is to be done now. */
  public record Closing(ExitCode exitCode, String verdict, List<Next> next) {}

  public Page page() {
    Rendering rendering = new Rendering(rows, report, failed);
    List<Line> lines = rendering.lines();
    Names names = rendering.names();
    return new Page(
        command,
        closing.verdict(),
        tone(),
        allFacts(),
        closing.next(),
        rendering.totals(),
        lines,
        names,
        quotas(rendering.limits()),
        removals(),
        who.owners().isEmpty() && who.projects().isEmpty() ? List.of() : who.mappings(lines),
        timeline);
  }

  private Tone tone() {
    return switch (closing.exitCode()) {
      case DONE -> Tone.DONE;
      case ROWS_LEFT, DIFFERENCES -> Tone.LOOK;
      case BAD_INPUT, UNREACHABLE, LOCKED, STOPPED, INTERRUPTED -> Tone.BAD;
    };
  }

  private List<Fact> allFacts() {
    List<Fact> all = new ArrayList<>(facts);
    all.add(new Fact("Took", timeline.length().toMillis() / 1e3 + " s"));
    all.add(new Fact("Exit code", String.valueOf(closing.exitCode().number())));
    all.add(new Fact("Version", Version.text()));
    return all;
  }

  private List<QuotaChange> quotas(Map<RowKey, Long> wanted) {
    List<QuotaChange> changes = new ArrayList<>();
    for (Chronicle.Limit limit : chronicle.limits()) {
      Result result = result(limit.row());
      if (result == Result.UPDATED && limit.after() != null) {
        changes.add(change(limit.row(), limit.before(), limit.after()));
      } else if (result == Result.UNDONE && wanted.containsKey(limit.row())) {
        changes.add(change(limit.row(), wanted.get(limit.row()), limit.before()));
      }
    }
    return changes;
  }

  private static QuotaChange change(RowKey row, long before, long after) {
    List<String> parts = row.parts();
    String user = row.table().equals(NovaQuota.TABLE.name()) ? parts.get(1) : "";
    return new QuotaChange(
        row.table(), parts.get(0), user, parts.get(parts.size() - 1), before, after);
  }

  /** Rules whose removal failed are among what is to be looked at. */
  private List<Removal> removals() {
    return chronicle.removed().stream()
        .filter(removed -> result(removed.group()) != Result.FAILED)
        .map(removed -> new Removal(removed.group().parts().get(0), removed.rule()))
        .toList();
  }

  private Result result(RowKey row) {
    Outcome outcome = report.of(row);
    return outcome == null ? null : outcome.result();
  }
}
