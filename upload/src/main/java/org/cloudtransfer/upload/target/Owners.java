package org.cloudtransfer.upload.target;

import java.util.function.Consumer;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.identity.Placement;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Outcome;

/** Whether a row's owners are in the target, and if not, what becomes of the row. */
sealed interface Owners {

  /**
   * They are.
   *
   * @param user the target's ID; null if the row has no user
   */
  record Present(String user) implements Owners {}

  /** One is not. */
  record Absent(Outcome outcome) implements Owners {}

  /**
   * Looks up a row's owners.
   *
   * @param project null if the row has none
   * @param user null if the row has none
   */
  static Owners of(IdentityMap identities, RowKey row, String project, String user) {
    if (project != null && !identities.hasProject(project)) {
      return new Absent(
          Outcome.withheld(
                  row,
                  "the project " + project + " is not in the target",
                  "Create it with this ID, or leave it: services would take the row for any ID.")
              .because(Cause.MISSING_PROJECT));
    }
    return user == null ? new Present(null) : ofUser(identities.user(user), row, user);
  }

  /** Looks up the owner of a key pair, which an orphan's heir may be. */
  static Owners ofKeypair(IdentityMap identities, RowKey row, String user) {
    return identities.user(user) instanceof Placement.Heir heir
        ? new Present(heir.targetId())
        : ofUser(identities.user(user), row, user);
  }

  private static Owners ofUser(Placement placement, RowKey row, String user) {
    if (placement instanceof Placement.Found found) {
      return new Present(found.targetId());
    }
    if (placement instanceof Placement.Ambiguous ambiguous) {
      return new Absent(
          Outcome.withheld(
                  row,
                  "the user " + user + " could be " + String.join(" or ", ambiguous.candidates()),
                  "Say which one with --map, or name the right domain with --user-domain.")
              .because(Cause.AMBIGUOUS_USER));
    }
    return new Absent(
        Outcome.withheld(
                row,
                "the user " + user + " is not in the target",
                "Name the new ID with --map, or give the key pairs to somebody with --orphans"
                    + " assign=ID.")
            .because(Cause.MISSING_USER));
  }

  default void fold(Consumer<Outcome> absent, Consumer<String> present) {
    if (this instanceof Absent a) {
      absent.accept(a.outcome());
    } else if (this instanceof Present p) {
      present.accept(p.user());
    }
  }
}
