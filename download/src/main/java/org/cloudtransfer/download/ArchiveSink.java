package org.cloudtransfer.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.archive.TableWriter;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.source.Owners;
import org.cloudtransfer.source.Remark;
import org.cloudtransfer.source.RowSink;
import org.cloudtransfer.source.RowSource;

/** Puts rows into the archive, notes their owners, and says what does not get there. */
final class ArchiveSink<R> implements RowSink<R> {
  private static final String REMEDY =
      "Mend it in the old cloud and download again, or see to it by hand in the new one.";

  private final RowSource<R> source;
  private final TableWriter<R> out;
  private final Owners owners;
  private final Console console;
  private final Progress progress;
  private final List<Withheld> withheld = new ArrayList<>();
  private final Findings findings = new Findings();
  private final Remarks remarks = new Remarks();
  private final List<String> warnings = new ArrayList<>();

  ArchiveSink(
      RowSource<R> source, TableWriter<R> out, Owners owners, Console console, Progress progress) {
    this.source = source;
    this.out = out;
    this.owners = owners;
    this.console = console;
    this.progress = progress;
  }

  @Override
  public void row(R row) throws IOException {
    out.write(row);
    source.owners(row, owners);
    progress.step(1);
  }

  @Override
  public void withheld(R row, String reason) {
    withheld.add(new Withheld(source.table().name(), source.key(row).toString(), reason));
    warnings.add("withheld: " + name(row) + ": " + reason);
    remarks.add(source, row, Remarks.WITHHELD, reason, REMEDY);
  }

  @Override
  public void changed(R row, String text) {
    remarks.add(source, row, Remarks.FINDING, text, "");
    findings.add(source.table().name(), text, source.key(row).toString());
  }

  @Override
  public void remark(Remark remark) {
    findings.add(source.table().name(), remark.text(), remark.line());
  }

  @Override
  public void superseded(R row, R by) {
    String twice = "is there twice, as " + value(row) + " and as " + value(by);
    String text = name(row) + ": " + twice;
    remarks.add(source, row, Remarks.DUPLICATE, twice, "");
    if (source.duplicatesAreAccidents()) {
      warnings.add(text + "; the latter is taken, as the service itself would");
    } else {
      console.detail(text + "; the latter is in the API database, and counts");
    }
  }

  List<Withheld> withheld() {
    return withheld;
  }

  Findings findings() {
    return findings;
  }

  Remarks remarks() {
    return remarks;
  }

  /** In the rows' order; tables are read side by side, and it is not theirs to mix them. */
  List<String> warnings() {
    return warnings;
  }

  private String name(R row) {
    return source.table().name() + " " + source.key(row);
  }

  /** What is not part of the key: the limit of a quota, the type and key of a key pair. */
  private String value(R row) {
    List<?> values = source.table().values().apply(row);
    return String.valueOf(values.get(values.size() - 1));
  }
}
