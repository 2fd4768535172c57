package org.cloudtransfer.upload.verify;

import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Ledger;

/** What the journal can say to something that is not there. */
final class Reasons {
  private Reasons() {}

  static String missing(Ledger ledger, RowKey row) {
    if (ledger.done(row)) {
      return "an upload made it, and it is gone";
    }
    return ledger
        .refusal(row)
        .map(words -> "the target refused it: " + words)
        .orElse("it is not in the target");
  }
}
