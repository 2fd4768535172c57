package org.cloudtransfer.upload.verify;

import java.util.List;
import java.util.function.Predicate;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.target.Rows;

/**
 * What is to be compared with what.
 *
 * @param ledger which object of the target was made for which row; blank if there is no journal
 * @param asked the rows to compare; the others are not read either, as far as that can be told
 */
public record Question(
    Rows rows,
    Cloud cloud,
    Workers workers,
    IdentityMap identities,
    Policies policies,
    Ledger ledger,
    Predicate<RowKey> asked) {

  /** The rows of a table that are to be compared. */
  <R> List<R> of(Table<R> table) {
    return rows.of(table).stream().filter(row -> asked.test(table.key().apply(row))).toList();
  }

  /** The target's ID of a group's project; the source's own if the target does not have it. */
  String project(SecurityGroup group) {
    return identities.projectId(group.projectId()).orElse(group.projectId());
  }
}
