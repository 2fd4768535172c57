package org.cloudtransfer.download;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cloudtransfer.cli.Progress;
import org.cloudtransfer.report.Ending;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.source.Owners;
import org.cloudtransfer.source.Remark;
import org.cloudtransfer.source.RowSink;
import org.cloudtransfer.source.RowSource;

/** Looks at rows, and writes nothing. */
final class InspectionSink<R> implements RowSink<R> {
  private final RowSource<R> source;
  private final Owners owners;
  private final Findings findings;
  private final Remarks remarks;
  private final Progress progress;
  private final Set<String> namesOfUser = new HashSet<>();
  private String user;
  private long rows;
  private final List<Withheld> withheld = new ArrayList<>();

  InspectionSink(
      RowSource<R> source, Owners owners, Findings findings, Remarks remarks, Progress progress) {
    this.source = source;
    this.owners = owners;
    this.findings = findings;
    this.remarks = remarks;
    this.progress = progress;
  }

  @Override
  public void row(R row) {
    rows++;
    progress.step(1);
    source.owners(row, owners);
    Trouble.of(row).forEach(text -> find(text, row, Remarks.FINDING));
    if (row instanceof Keypair keypair && isNameTaken(keypair)) {
      find(
          "their name differs from another one's in case only: MySQL takes them for equal",
          row,
          Remarks.FINDING);
    }
  }

  @Override
  public void withheld(R row, String reason) {
    withheld.add(new Withheld(source.table().name(), source.key(row).toString(), reason));
    find("download withholds them: " + reason, row, Remarks.WITHHELD);
  }

  @Override
  public void changed(R row, String text) {
    find(text, row, Remarks.FINDING);
  }

  @Override
  public void remark(Remark remark) {
    findings.add(source.table().name(), remark.text(), remark.line());
  }

  @Override
  public void superseded(R row, R by) {
    if (source.duplicatesAreAccidents()) {
      find("they are there twice; the service goes by the last row", row, Remarks.DUPLICATE);
    }
  }

  long rows() {
    return rows;
  }

  List<Withheld> withheld() {
    return withheld;
  }

  /** Rows come ordered by user, so one user's names are all that is kept. */
  private boolean isNameTaken(Keypair keypair) {
    if (!keypair.userId().equals(user)) {
      user = keypair.userId();
      namesOfUser.clear();
    }
    return !namesOfUser.add(keypair.name().toLowerCase(Locale.ROOT));
  }

  private void find(String text, R row, Ending ending) {
    remarks.add(source, row, ending, text, "");
    findings.add(source.table().name(), text, source.key(row).toString());
  }
}
