package org.cloudtransfer.download;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cloudtransfer.archive.ArchiveWriter;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.archive.TableWriter;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.report.Stopwatch;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.source.IdentitySource;
import org.cloudtransfer.source.OwnerFilter;
import org.cloudtransfer.source.Owners;
import org.cloudtransfer.source.RowSource;
import org.cloudtransfer.source.Rows;
import org.cloudtransfer.source.SourceCloud;
import org.cloudtransfer.source.SourceDatabase;

/** The straight line from the databases to the archive. */
final class Download {
  private final SourceCloud cloud;
  private final Selection selection;
  private final Clock clock;
  private final Console console;
  private final Owners owners = new Owners();
  private final Findings findings = new Findings();
  private final List<Withheld> withheld = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final Remarks remarks = new Remarks();
  private final ReportFile page;
  private final Stopwatch stopwatch;

  private record Written(Tally tally, ArchiveSink<?> sink) {}

  Download(SourceCloud cloud, Selection selection, Clock clock, Console console, ReportFile page) {
    this.cloud = cloud;
    this.selection = selection;
    this.clock = clock;
    this.console = console;
    this.page = page;
    this.stopwatch = new Stopwatch(clock);
  }

  /**
   * Writes the archive.
   *
   * @throws StopException if that cannot be done; then nothing has been written
   */
  ExitCode to(Path directory) {
    try (ArchiveWriter writer = ArchiveWriter.open(directory)) {
      Path tarball = write(writer);
      findings.warn(console);
      TallyTable.show(tallies, console);
      sayWithheld();
      ExitCode exitCode = withheld.isEmpty() ? ExitCode.DONE : ExitCode.ROWS_LEFT;
      Next next = DownloadPage.next(tarball);
      console.say(next.why() + ":");
      console.say("  " + next.command());
      page.write(
          () ->
              new DownloadPage(cloud, tallies, remarks, exitCode, stopwatch.timeline())
                  .ofDownload(tarball),
          console);
      console.result(tarball.toString());
      console.json(() -> json(tarball, exitCode).text());
      return exitCode;
    } catch (ClosedByInterruptException e) {
      throw new StopException(
          ExitCode.INTERRUPTED, "Interrupted.", "Nothing was written; run the command again.", e);
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          "The archive cannot be written to " + directory + ": " + e.getMessage() + ".",
          "See to space and permissions there, or name another --directory. Nothing was written.",
          e);
    }
  }

  private JsonResult json(Path tarball, ExitCode exitCode) {
    return new JsonResult("download", exitCode)
        .tarball(tarball)
        .sources(cloud.describe())
        .tables(tallies)
        .withheld(withheld)
        .findings(findings)
        .warnings(console.warnings());
  }

  private Path write(ArchiveWriter writer) throws IOException {
    Instant now = clock.instant();
    List<RowSource<?>> sources = Narrowing.sources(Narrowing.kinds(selection));
    cloud.open(sources);
    Optional<IdentitySource> identities = cloud.identities();
    Narrowing narrowing = Narrowing.of(selection, identities);
    announce(narrowing);
    write(sources, narrowing.filter(), writer);
    narrowing.requireMatches(owners);
    narrowing
        .idsThatAreNamesToo(owners)
        .forEach(
            text -> console.warn(text + " is one's ID and another one's name: both are taken"));
    Identities identityTables = new Identities(identities, owners, clock);
    tallies.addAll(identityTables.write(writer));
    console.detail("packing");
    return writer.finish(cloud.describe(), selected(narrowing), now);
  }

  private void announce(Narrowing narrowing) {
    if (!narrowing.leftOut().isEmpty() && selection.namesKinds()) {
      console.warn(
          Narrowing.kindNames(narrowing.leftOut())
              + " left out: what --project and --user name owns none");
    }
    narrowing
        .ambiguous()
        .forEach(asked -> console.warn(asked.text() + " is taken to mean all of " + asked.ids()));
  }

  /** Services side by side; of one service one table after the other, on one connection. */
  private void write(List<RowSource<?>> sources, OwnerFilter filter, ArchiveWriter writer)
      throws IOException {
    Map<ServiceDatabase, List<RowSource<?>>> byService =
        sources.stream()
            .collect(
                Collectors.groupingBy(
                    source -> source.databases().get(0), LinkedHashMap::new, Collectors.toList()));
    List<Callable<List<Written>>> lanes = new ArrayList<>();
    for (List<RowSource<?>> lane : byService.values()) {
      lanes.add(
          () -> {
            List<Written> some = new ArrayList<>();
            for (RowSource<?> source : lane) {
              some.add(write(source, filter, writer));
            }
            return some;
          });
    }
    Map<String, Written> written = new HashMap<>();
    Lanes.run(lanes).forEach(some -> some.forEach(one -> written.put(one.tally.table(), one)));
    sources.forEach(source -> note(written.get(source.table().name())));
  }

  private void note(Written written) {
    written.sink.warnings().forEach(console::warn);
    tallies.add(written.tally);
    withheld.addAll(written.sink.withheld());
    findings.addAll(written.sink.findings());
    remarks.addAll(written.sink.remarks());
  }

  private <R> Written write(RowSource<R> source, OwnerFilter filter, ArchiveWriter writer)
      throws IOException {
    Instant start = clock.instant();
    console.detail("reading " + source.table().name());
    List<SourceDatabase> databases = cloud.databases(source);
    try (TableWriter<R> out = writer.table(source.table());
        Progress progress = new Bars(console, filter).of(source, databases)) {
      ArchiveSink<R> sink = new ArchiveSink<>(source, out, owners, console, progress);
      Rows.read(source, databases, filter, sink);
      Duration took = Duration.between(start, clock.instant());
      stopwatch.rowsSince(start, "Reading " + source.table().name(), out.rows());
      return new Written(
          new Tally(source.table().name(), out.rows(), sink.withheld().size(), took), sink);
    }
  }

  private Manifest.Selected selected(Narrowing narrowing) {
    return new Manifest.Selected(
        narrowing.kinds().stream().map(ResourceKind::text).toList(),
        List.copyOf(new TreeSet<>(selection.projects())),
        List.copyOf(new TreeSet<>(selection.users())));
  }

  private void sayWithheld() {
    if (!withheld.isEmpty()) {
      console.warn(
          withheld.size()
              + " rows are not in the archive, see above: mend them in the old cloud and download"
              + " again, or see to them by hand in the new one");
    }
  }
}
