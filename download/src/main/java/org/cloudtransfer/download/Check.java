package org.cloudtransfer.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.report.Stopwatch;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.source.IdentitySource;
import org.cloudtransfer.source.OwnerFilter;
import org.cloudtransfer.source.Owners;
import org.cloudtransfer.source.RowSource;
import org.cloudtransfer.source.Rows;
import org.cloudtransfer.source.SourceCloud;
import org.cloudtransfer.source.SourceDatabase;

/** A download without an archive: reads the same, and reports. */
final class Check {
  private static final String UNKNOWN = "Keystone does not know them (any more), but they own rows";

  private final SourceCloud cloud;
  private final Selection selection;
  private final Clock clock;
  private final Console console;
  private final Owners owners = new Owners();
  private final Findings findings = new Findings();
  private final List<Withheld> withheld = new ArrayList<>();
  private final Remarks remarks = new Remarks();
  private final ReportFile page;
  private final Next next;
  private final Stopwatch stopwatch;

  /**
   * @param next what to do after it
   */
  Check(
      SourceCloud cloud,
      Selection selection,
      Clock clock,
      Console console,
      ReportFile page,
      Next next) {
    this.cloud = cloud;
    this.selection = selection;
    this.clock = clock;
    this.console = console;
    this.page = page;
    this.next = next;
    this.stopwatch = new Stopwatch(clock);
  }

  ExitCode run() {
    List<RowSource<?>> sources = Narrowing.sources(Narrowing.kinds(selection));
    cloud.open(sources);
    Optional<IdentitySource> identities = cloud.identities();
    Narrowing narrowing = Narrowing.of(selection, identities);
    List<Tally> tallies = new ArrayList<>();
    sources.forEach(source -> tallies.add(inspect(source, narrowing.filter())));
    narrowing.requireMatches(owners);
    identities.ifPresent(this::findOrphans);
    report(tallies);
    ExitCode exitCode = withheld.isEmpty() ? ExitCode.DONE : ExitCode.ROWS_LEFT;
    console.say(next.why() + ":");
    console.say("  " + next.command());
    page.write(
        () ->
            new DownloadPage(cloud, tallies, remarks, exitCode, stopwatch.timeline()).ofCheck(next),
        console);
    console.json(() -> json(tallies, exitCode).text());
    return exitCode;
  }

  private JsonResult json(List<Tally> tallies, ExitCode exitCode) {
    return new JsonResult("check", exitCode)
        .sources(cloud.describe())
        .tables(tallies)
        .withheld(withheld)
        .findings(findings)
        .warnings(console.warnings());
  }

  private void report(List<Tally> tallies) {
    cloud.summaries().forEach(console::result);
    console.result("");
    TallyTable.show(tallies, console);
    findings.show(console);
    console.result("");
    console.result(findings.isEmpty() ? "nothing found" : "findings above; nothing was written");
  }

  private <R> Tally inspect(RowSource<R> source, OwnerFilter filter) {
    Instant start = clock.instant();
    List<SourceDatabase> databases = cloud.databases(source);
    InspectionSink<R> sink;
    try (Progress progress = new Bars(console, filter).of(source, databases)) {
      sink = new InspectionSink<>(source, owners, findings, remarks, progress);
      Rows.read(source, databases, filter, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Duration took = Duration.between(start, clock.instant());
    withheld.addAll(sink.withheld());
    stopwatch.rowsSince(start, "Reading " + source.table().name(), sink.rows());
    return new Tally(source.table().name(), sink.rows(), sink.withheld().size(), took);
  }

  private void findOrphans(IdentitySource identities) {
    for (List<String> ids : Identities.batches(owners.users())) {
      gone(identities.users(ids)).forEach(id -> orphan("users", id));
    }
    for (List<String> ids : Identities.batches(owners.projects())) {
      identities.projects(ids).stream()
          .filter(project -> project.name() == null)
          .map(Project::id)
          .forEach(id -> orphan("projects", id));
    }
  }

  private static List<String> gone(Collection<User> users) {
    return users.stream().filter(user -> user.name() == null).map(User::id).toList();
  }

  private void orphan(String table, String id) {
    findings.add(table, UNKNOWN, id);
    remarks.add(table, id, UNKNOWN);
  }
}
