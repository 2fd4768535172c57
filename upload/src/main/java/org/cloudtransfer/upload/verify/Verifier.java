package org.cloudtransfer.upload.verify;

import org.cloudtransfer.resource.ResourceKind;

/** Compares an archive with a target. Reads only. */
public final class Verifier {
  private Verifier() {}

  /**
   * A verdict for each row asked for.
   *
   * @throws org.cloudtransfer.cli.StopException if the target cannot be read
   */
  public static Comparison compare(ResourceKind kind, Question question) {
    return compare(kind, question, new Comparison(result -> true));
  }

  /** The same without the rows that are as they should be, of which there may be a million. */
  public static Comparison differences(ResourceKind kind, Question question) {
    return compare(kind, question, new Comparison(result -> result != Verdict.Result.SAME));
  }

  private static Comparison compare(ResourceKind kind, Question question, Comparison comparison) {
    switch (kind) {
      case NOVA_QUOTAS -> new NovaLimits(question).compare(comparison);
      case NEUTRON_QUOTAS -> new NeutronLimits(question).compare(comparison);
      case CINDER_QUOTAS -> new CinderLimits(question).compare(comparison);
      case KEYPAIRS -> new Keys(question).compare(comparison);
      case SECURITY_GROUPS -> new Groups(question).compare(comparison);
    }
    return comparison;
  }
}
