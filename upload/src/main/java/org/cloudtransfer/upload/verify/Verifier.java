package org.cloudtransfer.upload.verify;

import java.util.Collection;
import org.cloudtransfer.resource.ResourceKind;

/** Compares an archive with a target. Reads only. */
public final class Verifier {
  private Verifier() {}

  /**
   * A verdict for each row asked for.
   *
   * @throws org.cloudtransfer.cli.StopException if the target cannot be read
   */
  public static Comparison compare(Collection<ResourceKind> kinds, Question question) {
    return compare(kinds, question, new Comparison(result -> true));
  }

  /** The same without the rows that are as they should be, of which there may be a million. */
  public static Comparison differences(Collection<ResourceKind> kinds, Question question) {
    return compare(kinds, question, new Comparison(result -> result != Verdict.Result.SAME));
  }

  private static Comparison compare(
      Collection<ResourceKind> kinds, Question question, Comparison comparison) {
    kinds.stream().sorted().forEach(kind -> compare(kind, question, comparison));
    return comparison;
  }

  private static void compare(ResourceKind kind, Question question, Comparison comparison) {
    switch (kind) {
      case NOVA_QUOTAS -> new NovaLimits(question).compare(comparison);
      case NEUTRON_QUOTAS -> new NeutronLimits(question).compare(comparison);
      case CINDER_QUOTAS -> new CinderLimits(question).compare(comparison);
      case KEYPAIRS -> new Keys(question).compare(comparison);
      case SECURITY_GROUPS -> new Groups(question).compare(comparison);
    }
  }
}
