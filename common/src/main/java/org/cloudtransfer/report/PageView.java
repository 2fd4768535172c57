package org.cloudtransfer.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the template asks for. */
record PageView(Page page, Inlined style, Inlined script) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  /** Attention is a summary; the table below has all of it. */
  static final int ATTENTION_MAX = 50;

  /** How many owners were placed by one way. */
  record Placed(String what, String how, long owners) {}

  static PageView of(Page page) {
    return new PageView(
        page,
        Inlined.of("page.css"),
        Inlined.of(
            "page.js", "rows.js", "quotas.js", "groups.js", "roll.js", "mapping.js", "start.js"));
  }

  /** No network, nothing from elsewhere, no forms; style and script by their hashes. */
  String policy() {
    return "default-src 'none'; style-src "
        + style.hash()
        + "; script-src "
        + script.hash()
        + "; base-uri 'none'; form-action 'none'";
  }

  String data() {
    return PageData.json(page);
  }

  String begin() {
    return TIME.format(page.timeline().begin());
  }

  TotalsBars totals() {
    return TotalsBars.of(page.totals());
  }

  List<Attention> attention() {
    return Attention.of(page.lines());
  }

  /** Whose a row is, by name where the archive tells it; empty if it is nobody's. */
  String owner(Line line) {
    Names names = page.names();
    if (!line.user().isEmpty()) {
      return names.users().getOrDefault(line.user(), line.user());
    }
    if (!line.group().isEmpty() && names.groups().containsKey(line.group())) {
      return names.groups().get(line.group());
    }
    return names.projects().getOrDefault(line.project(), line.project());
  }

  Plot plot() {
    return Plot.of(page.timeline());
  }

  List<Mapping> screens() {
    return page.mappings().stream().filter(Mapping::hasScreen).toList();
  }

  /** Whether anything is known of who is who. */
  boolean hasMapped() {
    return page.mappings().stream().anyMatch(m -> !m.owners().isEmpty());
  }

  private static String way(Mapping.Owner owner) {
    String how = owner.how().isEmpty() ? "nobody was found" : owner.how();
    return owner.isPlaced() ? how : "no place: " + how;
  }

  List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    for (Mapping mapping : page.mappings()) {
      Map<String, Long> ways =
          mapping.owners().stream()
              .collect(Collectors.groupingBy(PageView::way, TreeMap::new, Collectors.counting()));
      ways.forEach((how, owners) -> placed.add(new Placed(mapping.what(), how, owners)));
    }
    return placed;
  }
}
