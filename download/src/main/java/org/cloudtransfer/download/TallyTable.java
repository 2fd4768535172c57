package org.cloudtransfer.download;

import java.util.List;
import java.util.Locale;
import org.cloudtransfer.cli.Console;

/** Shows tallies, a line for each table of the archive. */
final class TallyTable {
  private TallyTable() {}

  static void show(List<Tally> tallies, Console console) {
    console.result("%-22s%10s%10s%10s".formatted("", "rows", "withheld", "seconds"));
    tallies.forEach(tally -> console.result(line(tally)));
  }

  private static String line(Tally tally) {
    return String.format(
        Locale.ROOT,
        "%-22s%10d%10d%10.1f",
        tally.table(),
        tally.rows(),
        tally.withheld(),
        tally.took().toMillis() / 1000.0);
  }
}
