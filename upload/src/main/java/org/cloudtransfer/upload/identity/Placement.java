package org.cloudtransfer.upload.identity;

import java.util.List;

/** Where a source user is in the target. */
public sealed interface Placement {

  /**
   * One user.
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

  /** Nobody was found, and the user's key pairs go to this account; nothing else does. */
  record Heir(String targetId) implements Placement {}

  /** Nobody was found. */
  record Missing() implements Placement {}
}
