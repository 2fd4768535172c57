package org.cloudtransfer.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cloudtransfer.reliability.Kill.Moment;

/** Which cases there are, from the run that nobody disturbs. */
record Cases(Scene.Ended clean) {
  private static final int KILLS_PER_RUN = 5;
  private static final int[] WORKERS = {1, 2, 8};

  /** Each request, before its effect and after its answer; each writing one at four moments. */
  List<Case> atRequests() {
    List<Case> cases = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      boolean write = moment == Moment.EFFECT_FOLLOWS;
      int count = write ? clean.writes() : clean.requests().size();
      for (int i = 0; i < count; i++) {
        cases.add(
            new Case(
                "request, " + moment.words(),
                (write ? "writing request " : "request ") + i + ", " + moment.words(),
                List.of(new Kill.AtRequest(i, write, moment)),
                1));
      }
    }
    return cases;
  }

  /** As soon as each line has been written. */
  List<Case> atJournalLines() {
    List<Case> cases = new ArrayList<>();
    for (int i = 1; i <= clean.lines(); i++) {
      cases.add(
          new Case("journal line", "journal line " + i, List.of(new Kill.AtJournalLine(i)), 1));
    }
    return cases;
  }

  /**
   * At random moments, half of them counted from the start of a run and half from its first write.
   *
   * @param kills so many, one to five in a case
   */
  List<Case> atRandom(int kills, Random random) {
    List<Case> cases = new ArrayList<>();
    for (int left = kills; left > 0; ) {
      int count = Math.min(left, 1 + random.nextInt(KILLS_PER_RUN));
      List<Kill> some = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        some.add(atRandom(random));
      }
      int workers = WORKERS[random.nextInt(WORKERS.length)];
      cases.add(
          new Case("random", count + " random kills, " + workers + " workers", some, workers));
      left -= count;
    }
    return cases;
  }

  private Kill atRandom(Random random) {
    long longest = clean.time().toNanos();
    return random.nextBoolean()
        ? new Kill.AfterStart(Duration.ofNanos(random.nextLong(longest)))
        : new Kill.AfterFirstWrite(Duration.ofNanos(random.nextLong(longest / 2)));
  }
}
