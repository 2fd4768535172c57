package org.cloudtransfer.upload.verify;

import java.util.Optional;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.identity.Placement;

/**
 * Where the owners of rows are in the target; notes a verdict for the rows of those who are not.
 */
record Whereabouts(IdentityMap identities, Comparison comparison) {

  /** The target's ID of a project. */
  Optional<String> project(RowKey row, String project) {
    Optional<String> there = identities.projectId(project);
    if (there.isEmpty()) {
      comparison.add(
          row, Verdict.Result.WITHHELD, "the project " + project + " is not in the target");
    }
    return there;
  }

  /** The target's account of a user. */
  Optional<String> account(RowKey row, String user) {
    if (identities.user(user) instanceof Placement.Found found) {
      return Optional.of(found.targetId());
    }
    String why =
        identities.user(user) instanceof Placement.Ambiguous several
            ? " could be " + String.join(" or ", several.candidates())
            : " is not in the target";
    comparison.add(row, Verdict.Result.WITHHELD, "the user " + user + why);
    return Optional.empty();
  }

  /** The account that has a user's key pairs, which may be an heir's. */
  Optional<String> keyring(RowKey row, String user) {
    return identities.user(user) instanceof Placement.Heir heir
        ? Optional.of(heir.targetId())
        : account(row, user);
  }
}
