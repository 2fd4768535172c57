package org.cloudtransfer.reliability;

import java.util.List;

/**
 * What came of a case.
 *
 * @param killed the runs that were killed; fewer than asked for if one was quicker than its death
 * @param last the run that finished
 */
record Result(Case of, List<Scene.Ended> killed, Scene.Ended last, Verdict verdict) {

  /** Killed before it had sent a request. */
  long starting() {
    return killed.stream().filter(run -> run.requests().isEmpty()).count();
  }

  /** Killed while it was reading. */
  long reading() {
    return killed.stream().filter(run -> !run.requests().isEmpty() && run.writes() == 0).count();
  }

  /** Killed when it had begun to write. */
  long writing() {
    return killed.stream().filter(run -> run.writes() > 0).count();
  }

  boolean waited() {
    return last.waited() || killed.stream().anyMatch(Scene.Ended::waited);
  }

  /** Whether it died with another number of lines in the journal than it was asked to. */
  boolean missed() {
    return of.kills().get(0) instanceof Kill.AtJournalLine at
        && (killed.isEmpty() || killed.get(0).lines() != at.lines());
  }
}
