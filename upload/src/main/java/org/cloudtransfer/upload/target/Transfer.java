package org.cloudtransfer.upload.target;

import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Policies;

/**
 * What a run hands to the kinds: where from, where to, for whom, by which rules, and what has been
 * done already.
 *
 * @param ledger live: it grows as the run goes on
 */
public record Transfer(
    Rows rows,
    Cloud cloud,
    Workers workers,
    IdentityMap identities,
    Policies policies,
    Ledger ledger) {}
