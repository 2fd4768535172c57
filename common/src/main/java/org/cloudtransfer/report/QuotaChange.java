package org.cloudtransfer.report;

/**
 * A limit that the run changed, or would.
 *
 * @param kind the table, e.g. {@code nova-quotas}
 * @param user the source's ID; empty for a limit of the whole project
 * @param before -1 is unlimited
 */
public record QuotaChange(
    String kind, String project, String user, String resource, long before, long after) {}
