package org.cloudtransfer.demo.sample;

/**
 * A rule of a security group of the old cloud; {@code null} where the database has NULL.
 *
 * @param projectId owner of the rule, which need not be the group's
 */
public record SampleRule(
    String id,
    String projectId,
    String direction,
    String ethertype,
    String protocol,
    Integer portRangeMin,
    Integer portRangeMax,
    String remoteIpPrefix,
    String remoteGroupId,
    Fate fate) {}
