package org.cloudtransfer.upload.identity;

import java.util.List;

/** Where a source user or project is in the target. */
public sealed interface Placement {

  /**
   * One user or project.
   *
   * @param how for the report: what gave the answer
   */
  record Found(String targetId, String how) implements Placement {}

  /**
   * Several could be meant, so none is.
   *
   * @param candidates target IDs with their domains, for the report
   */
  record Ambiguous(List<String> candidates) implements Placement {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Nothing is known but that one has the same name in the same domain; a person must confirm it.
   *
   * @param name {@code name@domain}
   */
  record Unproven(String targetId, String name) implements Placement {}

  /** Nobody was found, and the user's key pairs go to this account; nothing else does. */
  record Heir(String targetId) implements Placement {}

  /**
   * Nobody was found.
   *
   * @param federated whether it is a user whom an identity provider vouches for: Keystone knows
   *     those from their first log-in on
   */
  record Missing(boolean federated) implements Placement {
    public Missing() {
      this(false);
    }
  }
}
