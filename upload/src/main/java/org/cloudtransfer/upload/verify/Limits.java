package org.cloudtransfer.upload.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.verify.Verdict.Result;

/**
 * Compares the limits of one owner in one service.
 *
 * @param shown what holds in the target, by resource
 * @param used asks how much of a resource is in use; empty if nobody tells
 * @param elsewhere asks where a limit is kept that the service was given and does not show; empty
 *     if nowhere else
 */
record Limits(
    Map<String, Integer> shown,
    Function<String, Optional<Integer>> used,
    Function<Limits.Wanted, Optional<Elsewhere>> elsewhere,
    Question question) {

  /** For services that keep their limits themselves. */
  static final Function<Wanted, Optional<Elsewhere>> HERE = wanted -> Optional.empty();

  /** That another service keeps a limit, and how it is set there. */
  record Elsewhere(String reason, String remedy) {}

  private static final int UNLIMITED = -1;
  private static final Pattern OF_TYPE = Pattern.compile("(volumes|gigabytes|snapshots)_.+");

  /**
   * A limit of the archive.
   *
   * @param limit null if the source has NULL
   */
  record Wanted(RowKey row, String resource, Integer limit) {}

  void compare(List<Wanted> wanted, Comparison comparison) {
    wanted.forEach(limit -> judge(limit, wanted, comparison));
  }

  private void judge(Wanted wanted, List<Wanted> all, Comparison comparison) {
    Integer there = shown.get(wanted.resource());
    if (wanted.limit() == null || wanted.limit() < UNLIMITED) {
      String what = wanted.limit() == null ? "NULL" : wanted.limit().toString();
      comparison.add(
          wanted.row(), Result.WITHHELD, "the archive has " + what + ", which no API can set");
    } else if (there == null) {
      absent(wanted, comparison);
    } else if (there.equals(wanted.limit())) {
      comparison.add(wanted.row(), Result.SAME, "");
    } else {
      elsewhere(wanted)
          .ifPresentOrElse(
              kept -> comparison.add(wanted.row(), Result.WITHHELD, kept.reason(), kept.remedy()),
              () -> differing(wanted, there, all, comparison));
    }
  }

  private Optional<Elsewhere> elsewhere(Wanted wanted) {
    return question.ledger().done(wanted.row()) ? elsewhere.apply(wanted) : Optional.empty();
  }

  private static void absent(Wanted wanted, Comparison comparison) {
    boolean ofType = OF_TYPE.matcher(wanted.resource()).matches();
    comparison.add(
        wanted.row(),
        ofType ? Result.WITHHELD : Result.INAPPLICABLE,
        ofType ? "the target lacks its volume type" : "the target has no such limit");
  }

  private void differing(Wanted wanted, int there, List<Wanted> all, Comparison comparison) {
    String numbers = "the limit is " + there + ", not " + wanted.limit();
    boolean higher = number(there) > number(wanted.limit());
    if (higher && question.policies().quotas() == Policies.QuotasPolicy.RAISE_ONLY) {
      comparison.add(
          wanted.row(), Result.EXEMPT, numbers + ", and --quotas-policy raise-only leaves it");
    } else if (all.stream().anyMatch(other -> isRival(wanted, other, there))) {
      comparison.add(
          wanted.row(), Result.WITHHELD, numbers + ": another user's went to the same account");
    } else if (higher && !question.policies().force() && isInUse(wanted)) {
      comparison.add(
          wanted.row(),
          Result.WITHHELD,
          numbers + ", for more than " + wanted.limit() + " is used");
    } else {
      comparison.add(wanted.row(), Result.DIFFERENT, numbers);
    }
  }

  private static long number(int limit) {
    return limit == UNLIMITED ? Long.MAX_VALUE : limit;
  }

  private static boolean isRival(Wanted wanted, Wanted other, Integer there) {
    return other != wanted
        && other.resource().equals(wanted.resource())
        && there.equals(other.limit());
  }

  private boolean isInUse(Wanted wanted) {
    return used.apply(wanted.resource()).filter(amount -> amount > wanted.limit()).isPresent();
  }
}
