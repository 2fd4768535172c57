package org.cloudtransfer.report;

import java.util.List;

/**
 * All that the page shows of one run. No part may hold a secret: the page is there to be handed
 * round.
 *
 * @param command as typed, without options, e.g. {@code upload plan}
 * @param verdict how it ended, in a sentence
 * @param tone of the verdict
 * @param lines rows or findings, those of a group after the group
 */
public record Page(
    String command,
    String verdict,
    Tone tone,
    List<Fact> facts,
    List<Next> next,
    List<Total> totals,
    List<Line> lines,
    Names names,
    List<QuotaChange> quotas,
    List<Removal> removals,
    List<Mapping> mappings,
    Timeline timeline) {
  public Page {
    facts = List.copyOf(facts);
    next = List.copyOf(next);
    totals = List.copyOf(totals);
    lines = List.copyOf(lines);
    quotas = List.copyOf(quotas);
    removals = List.copyOf(removals);
    mappings = List.copyOf(mappings);
  }
}
