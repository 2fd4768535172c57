package org.cloudtransfer.demo.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.sample.SampleGroup;
import org.cloudtransfer.demo.sample.SampleKeypair;
import org.cloudtransfer.demo.sample.SampleQuota;
import org.cloudtransfer.demo.sample.SampleQuota.Service;
import org.cloudtransfer.demo.sample.SampleRule;

/**
 * The table that {@code upload} prints at the end: no row of the old cloud is missing in it, and as
 * many are withheld and inapplicable as there have to be.
 */
record ReportCheck(Sample sample, String report, Findings findings) {

  void run() {
    Map<String, List<Fate>> fates = fates();
    fates.forEach(this::check);
    findings.checked(
        "rows that upload accounts for", fates.values().stream().mapToInt(List::size).sum());
    findings.checked("rows that have to stay behind, and do", count(fates, Fate.WITHHELD));
    findings.checked("rows that do not apply here", count(fates, Fate.INAPPLICABLE));
  }

  private static int count(Map<String, List<Fate>> fates, Fate fate) {
    return (int) fates.values().stream().flatMap(List::stream).filter(f -> f == fate).count();
  }

  private Map<String, List<Fate>> fates() {
    Map<String, List<Fate>> fates = new LinkedHashMap<>();
    fates.put("keypairs", read(sample.keypairs().stream().map(SampleKeypair::fate)));
    for (Service service : Service.values()) {
      fates.put(
          service.name().toLowerCase(java.util.Locale.ROOT) + "-quotas",
          read(
              sample.quotas().stream()
                  .filter(quota -> quota.service() == service)
                  .map(SampleQuota::fate)));
    }
    fates.put("security-groups", read(sample.groups().stream().map(SampleGroup::fate)));
    fates.put(
        "security-group-rules",
        read(sample.groups().stream().flatMap(g -> g.rules().stream()).map(SampleRule::fate)));
    return fates;
  }

  private static List<Fate> read(Stream<Fate> fates) {
    return fates.filter(f -> f != Fate.DELETED && f != Fate.SUPERSEDED).toList();
  }

  private void check(String table, List<Fate> fates) {
    Matcher line = Pattern.compile("(?m)^" + table + "((?: +\\d+){7})$").matcher(report);
    List<Integer> numbers = new ArrayList<>();
    while (line.find()) {
      numbers.clear();
      for (String number : line.group(1).strip().split(" +")) {
        numbers.add(Integer.valueOf(number));
      }
    }
    if (numbers.isEmpty()) {
      findings.differs("upload's table has no line for " + table);
      return;
    }
    int arrived = numbers.get(0) + numbers.get(1) + numbers.get(2);
    int withheld = (int) fates.stream().filter(f -> f == Fate.WITHHELD).count();
    int inapplicable = (int) fates.stream().filter(f -> f == Fate.INAPPLICABLE).count();
    findings.expect(
        table + " that arrived, were withheld, did not apply, failed; in all",
        List.of(fates.size() - withheld - inapplicable, withheld, inapplicable, 0, fates.size()),
        List.of(arrived, numbers.get(3), numbers.get(4), numbers.get(5), numbers.get(6)));
  }
}
