package org.cloudtransfer.upload.plan;

/**
 * What the user decided beforehand.
 *
 * @param force set limits below usage
 */
public record Policies(DefaultGroups defaultGroups, QuotasPolicy quotas, boolean force) {

  /** What happens to a project's default group. */
  public enum DefaultGroups {
    /** Missing rules are added, nothing is removed that was there before. */
    MERGE,
    SKIP,
    /** Missing rules are added, and rules that the source lacks are removed. */
    EXACT
  }

  /** Which limits are set. */
  public enum QuotasPolicy {
    EXACT,
    /** Only those that are higher than the target's. */
    RAISE_ONLY
  }
}
