package org.cloudtransfer.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.cli.Version;
import org.cloudtransfer.report.Ending;
import org.cloudtransfer.report.Fact;
import org.cloudtransfer.report.Names;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.report.Page;
import org.cloudtransfer.report.Timeline;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.report.Total;
import org.cloudtransfer.source.SourceCloud;

/** What the page tells of a download, or of a check. */
record DownloadPage(
    SourceCloud cloud, List<Tally> tallies, Remarks remarks, ExitCode exitCode, Timeline timeline) {

  /** How a download ends: what comes next is to be done on the other side. */
  static Next next(Path tarball) {
    return new Next(
        "Carry it to the new controller, and look what would be done there",
        "upload plan --tarball " + Typed.quoted(tarball.getFileName()));
  }

  Page ofDownload(Path tarball) {
    long withheld = tallies.stream().mapToLong(Tally::withheld).sum();
    String verdict =
        withheld == 0
            ? "All rows are in the archive."
            : "The archive is written; " + withheld + " rows are not in it.";
    return page(
        "download",
        verdict,
        new Ending("archived", Tone.DONE),
        List.of(new Fact("Archive", tarball.toString())),
        List.of(next(tarball)));
  }

  Page ofCheck(Next next) {
    int found = remarks.lines().size();
    String verdict =
        found == 0
            ? "Nothing was found that may give trouble."
            : "There are " + found + " findings.";
    return page("download check", verdict, new Ending("read", Tone.DONE), List.of(), List.of(next));
  }

  private Page page(
      String command, String verdict, Ending read, List<Fact> first, List<Next> next) {
    return new Page(
        command,
        verdict,
        exitCode == ExitCode.DONE && remarks.lines().isEmpty() ? Tone.DONE : Tone.LOOK,
        facts(first),
        next,
        totals(read),
        remarks.lines(),
        Names.NONE,
        List.of(),
        List.of(),
        List.of(),
        timeline);
  }

  private List<Fact> facts(List<Fact> first) {
    List<Fact> facts = new ArrayList<>(first);
    cloud
        .describe()
        .forEach(s -> facts.add(new Fact(s.database(), s.release() + " on " + s.engine())));
    facts.add(new Fact("Took", timeline.length().toMillis() / 1e3 + " s"));
    facts.add(new Fact("Exit code", String.valueOf(exitCode.number())));
    facts.add(new Fact("Version", Version.text()));
    return facts;
  }

  private List<Total> totals(Ending read) {
    List<Total> totals = new ArrayList<>();
    for (Tally tally : tallies) {
      totals.add(new Total(tally.table(), read, tally.rows()));
      totals.add(new Total(tally.table(), Remarks.WITHHELD, tally.withheld()));
    }
    return totals;
  }
}
