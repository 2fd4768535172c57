package org.cloudtransfer.upload.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a journal adds up to; rows are those of one table. */
class StatusTest {
  private static final String AT = "2026-11-21T12:00:00Z";
  private static final Entry.Sent SENT =
      new Entry.Sent("POST", "NETWORK", List.of("security-groups"), List.of(), null);

  private final List<Entry> entries = new ArrayList<>();

  private static List<String> row(String id) {
    return List.of("security-groups", id);
  }

  private StatusTest intent(long n, String verb, String... ids) {
    List<List<String>> rows = Arrays.stream(ids).map(StatusTest::row).toList();
    List<Long> undoes = verb.equals("undo") ? rows.stream().map(row -> 1L).toList() : null;
    entries.add(new Entry.Intent(n, AT, "security-groups", verb, rows, null, false, SENT, undoes));
    return this;
  }

  private StatusTest done(long n) {
    entries.add(new Entry.Done(n, AT, List.of()));
    return this;
  }

  private StatusTest refused(long n) {
    entries.add(new Entry.Refused(n, AT, "no (HTTP 400)"));
    return this;
  }

  private Map<String, Long> counts() {
    return Status.of(entries, Map.of("security-groups", 5L)).counts().get("security-groups");
  }

  private void are(long done, long refused, long doubt, long undone) {
    assertThat(counts())
        .isEqualTo(
            Map.of(
                "done", done,
                "refused", refused,
                "in doubt", doubt,
                "undone", undone,
                "untouched", 5 - done - refused - doubt - undone));
  }

  @Test
  void rowsThatTheJournalDoesNotNameAreUntouched() {
    are(0, 0, 0, 0);
    intent(1, "create", "a").done(1).are(1, 0, 0, 0);
  }

  @Test
  void whatWasRefusedAndIsTriedAgainIsInDoubt() {
    intent(1, "create", "a").refused(1).are(0, 1, 0, 0);
    intent(2, "create", "a").are(0, 0, 1, 0);
    done(2).are(1, 0, 0, 0);
  }

  @Test
  void whatWasUndoneAndIsMadeAgainIsInDoubt() {
    intent(1, "create", "a").done(1).intent(2, "undo", "a").done(2).are(0, 0, 0, 1);
    intent(3, "create", "a").are(0, 0, 1, 0);
  }

  @Test
  void whatIsBeingTakenBackIsInDoubtUntilItIsGone() {
    intent(1, "create", "a").done(1).intent(2, "undo", "a").are(0, 0, 1, 0);
    done(2).are(0, 0, 0, 1);
  }

  @Test
  void whatCouldNotBeTakenBackIsStillDone() {
    intent(1, "create", "a").done(1).intent(2, "undo", "a").refused(2).are(1, 0, 0, 0);
  }

  @Test
  void anAttemptWithoutAnswerIsSettledByTheNextThatHasOne() {
    intent(1, "create", "a", "b").intent(2, "create", "a").done(2).are(1, 0, 1, 0);
    intent(3, "undo", "a").done(3).are(0, 0, 1, 1);
  }

  @Test
  void aRefusalDoesNotSettleAnEarlierAttempt() {
    intent(1, "create", "a").intent(2, "create", "a").refused(2).are(0, 0, 1, 0);
  }
}
