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
   * @param project the target's ID; null if the row has no project
   * @param user the target's ID; null if the row has no user
   */
  record Present(String project, String user) implements Owners {}

  /** One is not. */
  record Absent(Outcome outcome) implements Owners {}

  /**
   * Looks up a row's owners.
   *
   * @param project null if the row has none
   * @param user null if the row has none
   */
  static Owners of(IdentityMap identities, RowKey row, String project, String user) {
    if (project != null && project.isEmpty()) {
      return new Absent(ownerless(row, "project").because(Cause.MISSING_PROJECT));
    }
    if (project != null && !identities.hasProject(project)) {
      return new Absent(withoutProject(identities, row, project));
    }
    String target = project == null ? null : identities.projectId(project).orElseThrow();
    return user == null
        ? new Present(target, null)
        : ofUser(identities.user(user), row, target, user);
  }

  /** As an archive of format 0 may hold; in one of format 1 download has withheld it. */
  private static Outcome ownerless(RowKey row, String owner) {
    return Outcome.withheld(
        row,
        "the archive does not tell which " + owner + " it belongs to",
        "Leave it: the old cloud itself has it as nobody's.");
  }

  private static Outcome withoutProject(IdentityMap identities, RowKey row, String project) {
    Outcome outcome =
        identities.project(project) instanceof Placement.Unproven unproven
            ? Outcome.withheld(
                row,
                "the project "
                    + project
                    + " is not in the target, but another one is "
                    + unproven.name(),
                "If it is the same one, map it to " + unproven.targetId() + " with --project-map.")
            : Outcome.withheld(
                row,
                "the project " + project + " is not in the target",
                "Create it with this ID or name its new one with --project-map, or leave it:"
                    + " services would take the row for any ID.");
    return outcome.because(Cause.MISSING_PROJECT);
  }

  /** Looks up the owner of a key pair, which an orphan's heir may be. */
  static Owners ofKeypair(IdentityMap identities, RowKey row, String user) {
    return identities.user(user) instanceof Placement.Heir heir
        ? new Present(null, heir.targetId())
        : ofUser(identities.user(user), row, null, user);
  }

  private static Owners ofUser(Placement placement, RowKey row, String project, String user) {
    if (user.isEmpty()) {
      return new Absent(ownerless(row, "user").because(Cause.MISSING_USER));
    }
    if (placement instanceof Placement.Found found) {
      return new Present(project, found.targetId());
    }
    if (placement instanceof Placement.Ambiguous ambiguous) {
      return new Absent(
          Outcome.withheld(
                  row,
                  "the user " + user + " could be " + String.join(" or ", ambiguous.candidates()),
                  "Say which one with --map, or name the right domain with --user-domain.")
              .because(Cause.AMBIGUOUS_USER));
    }
    boolean federated = placement instanceof Placement.Missing missing && missing.federated();
    return new Absent(
        Outcome.withheld(
                row,
                "the user " + user + " is not in the target",
                federated
                    ? "Keystone knows a federated user from the first log-in on: ask for that, then"
                        + " run this again, or name the new ID with --map."
                    : "Name the new ID with --map, or give the key pairs to somebody with --orphans"
                        + " assign=ID.")
            .because(Cause.MISSING_USER));
  }

  default void fold(Consumer<Outcome> absent, Consumer<Present> present) {
    if (this instanceof Absent a) {
      absent.accept(a.outcome());
    } else if (this instanceof Present p) {
      present.accept(p);
    }
  }
}
