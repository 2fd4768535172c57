package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.plan.Policies.QuotasPolicy;

/**
 * The limits of one owner in one service: which of them are to be set, and why the others are not.
 * A pure decision that Nova, Neutron and Cinder share; what is peculiar to them they decide
 * beforehand.
 *
 * @param ignored how a limit ends that was set and is not shown, if the service ignores limits
 */
record QuotaSet(
    Map<String, Limit> present,
    Policies policies,
    Ledger ledger,
    Function<Wanted, Optional<Outcome>> ignored) {
  static final int UNLIMITED = -1;

  /**
   * What the target has of one resource.
   *
   * @param used what is in use or reserved; -1 if that was not asked for
   * @param fleeting whether it may be another one by the time it is our turn: a user without a
   *     limit of his own shows the project's, which this very run may change
   */
  record Limit(int limit, int used, boolean fleeting) {
    Limit(int limit, int used) {
      this(limit, used, false);
    }
  }

  /**
   * A limit that the archive wants.
   *
   * @param limit null only from databases edited by hand
   * @param note what is worth knowing of it; may be empty
   */
  record Wanted(RowKey row, String resource, Integer limit, String note) {
    Wanted(RowKey row, String resource, Integer limit) {
      this(row, resource, limit, "");
    }
  }

  /** Limits to set, by resource, and what became of the others. */
  record Decision(Map<String, Wanted> toSet, List<Outcome> settled) {}

  Decision decide(List<Wanted> wanted) {
    Decision decision = new Decision(new LinkedHashMap<>(), new ArrayList<>());
    Set<String> seen = new HashSet<>();
    for (Wanted w : wanted) {
      Optional<Outcome> outcome =
          seen.add(w.resource()) ? settled(w) : Optional.of(claimedTwice(w));
      outcome.ifPresentOrElse(decision.settled()::add, () -> decision.toSet().put(w.resource(), w));
    }
    return decision;
  }

  private static Outcome claimedTwice(Wanted w) {
    return Outcome.withheld(
            w.row(),
            "another user's limit goes to the same account",
            "Place one of the two users elsewhere with --map, or set it by hand.")
        .because(Cause.TWO_INTO_ONE);
  }

  private Optional<Outcome> settled(Wanted w) {
    if (w.limit() == null || w.limit() < UNLIMITED) {
      return Optional.of(
          Outcome.withheld(
                  w.row(),
                  "the source has "
                      + (w.limit() == null ? "NULL" : w.limit())
                      + ", which no API can set",
                  "Set it by hand; -1 is unlimited.")
              .because(Cause.LIMIT_WITHOUT_VALUE));
    }
    Limit there = present.get(w.resource());
    if (there == null) {
      return Optional.of(
          Outcome.inapplicable(w.row(), "the target has no such limit")
              .because(Cause.UNKNOWN_QUOTA_KEY));
    }
    if (there.limit() == w.limit() && !there.fleeting()) {
      return Optional.of(Outcome.unchanged(w.row(), w.note()));
    }
    return ledger.done(w.row())
        ? ignored.apply(w).or(() -> Optional.of(changed(w, there)))
        : policy(w, there);
  }

  private static Outcome changed(Wanted w, Limit there) {
    return Outcome.withheld(
            w.row(),
            "it was set by an earlier run and has been changed to " + there.limit() + " since",
            "Leave it, or set it to " + w.limit() + " by hand.")
        .because(Cause.CHANGED_SINCE);
  }

  private Optional<Outcome> policy(Wanted w, Limit there) {
    boolean lower = isLower(w.limit(), there.limit());
    if (lower && policies.quotas() == QuotasPolicy.RAISE_ONLY) {
      return Optional.of(
          Outcome.withheld(
                  w.row(),
                  "the target's limit " + there.limit() + " is higher than " + w.limit(),
                  "Run with --quotas-policy exact to lower it.")
              .because(Cause.LIMIT_KEPT));
    }
    if (!policies.force() && w.limit() != UNLIMITED && w.limit() < there.used()) {
      return Optional.of(
          Outcome.withheld(
                  w.row(),
                  "the limit " + w.limit() + " is below the " + there.used() + " in use",
                  "Run with --force to set it all the same.")
              .because(Cause.LIMIT_BELOW_USAGE));
    }
    return Optional.empty();
  }

  /** Whether what is wanted is less than what is there. */
  static boolean lowers(Wanted wanted, Limit there) {
    return there != null && wanted.limit() != null && isLower(wanted.limit(), there.limit());
  }

  static boolean isLower(int wanted, int present) {
    return wanted != UNLIMITED && (present == UNLIMITED || wanted < present);
  }
}
