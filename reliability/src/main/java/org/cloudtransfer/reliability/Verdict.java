package org.cloudtransfer.reliability;

import java.util.ArrayList;
import java.util.List;

/**
 * How the end of a case differs from that of a clean run.
 *
 * @param doubled what the cloud holds too much
 * @param lost what it lacks
 * @param foreign what was others' and is not as it was
 * @param reported exit code and outcomes that differ
 */
record Verdict(
    List<String> doubled, List<String> lost, List<String> foreign, List<String> reported) {

  static Verdict of(EndState end, EndState before, Scene.Ended last, Clean clean) {
    List<String> reported = new ArrayList<>();
    if (last.exitCode() != clean.exitCode()) {
      reported.add("exit code " + last.exitCode() + " instead of " + clean.exitCode());
    }
    reported.addAll(Outcomes.of(last.said()).differences(clean.outcomes()));
    return new Verdict(
        end.beyond(clean.state()),
        clean.state().beyond(end),
        end.changedSince(before),
        List.copyOf(reported));
  }

  boolean isGood() {
    return doubled.isEmpty() && lost.isEmpty() && foreign.isEmpty() && reported.isEmpty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    doubled.forEach(line -> lines.add("too much: " + line));
    lost.forEach(line -> lines.add("lost: " + line));
    foreign.forEach(line -> lines.add("changed of others: " + line));
    reported.forEach(line -> lines.add("reported: " + line));
    return lines;
  }
}
