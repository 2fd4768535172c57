package org.cloudtransfer.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cloudtransfer.report.Ending;
import org.cloudtransfer.report.Line;
import org.cloudtransfer.report.Tone;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.source.RowSource;

/** What is to be said of single rows on the page. */
final class Remarks {
  static final Ending WITHHELD = new Ending("withheld", Tone.LOOK);
  static final Ending FINDING = new Ending("finding", Tone.LOOK);
  static final Ending DUPLICATE = new Ending("duplicate", Tone.NOTE);

  private final List<Line> lines = new ArrayList<>();

  <R> void add(RowSource<R> source, R row, Ending ending, String reason, String remedy) {
    Table<R> table = source.table();
    lines.add(
        new Line(
            table.name(),
            ending,
            source.key(row).toString(),
            table.project() == null ? "" : text(table.project().apply(row)),
            table.user() == null ? "" : text(table.user().apply(row)),
            group(row),
            reason,
            remedy));
  }

  /** A finding about an owner. */
  void add(String table, String id, String reason) {
    boolean users = table.equals("users");
    lines.add(new Line(table, FINDING, id, users ? "" : id, users ? id : "", "", reason, ""));
  }

  void addAll(Remarks others) {
    lines.addAll(others.lines);
  }

  private static String group(Object row) {
    if (row instanceof SecurityGroup group) {
      return text(group.id());
    }
    return row instanceof SecurityGroupRule rule ? text(rule.securityGroupId()) : "";
  }

  private static String text(String text) {
    return Objects.requireNonNullElse(text, "");
  }

  List<Line> lines() {
    return lines;
  }
}
