package org.cloudtransfer.report;

/**
 * A rule of the target that the run removed from a group, or would.
 *
 * @param group the source's ID of the security group
 * @param rule in a few words
 */
public record Removal(String group, String rule) {}
