package org.cloudtransfer.simulator.cloud;

import java.time.Instant;

/**
 * A neutron security group rule.
 *
 * @param projectId owner of the rule, which need not be the group's
 * @param protocol null for any
 * @param portRangeMin null for none
 * @param portRangeMax null for none
 * @param remoteIpPrefix null for none
 * @param remoteGroupId null for none
 * @param description null or text
 */
public record SecurityGroupRule(
    String id,
    String projectId,
    String securityGroupId,
    String direction,
    String ethertype,
    String protocol,
    Integer portRangeMin,
    Integer portRangeMax,
    String remoteIpPrefix,
    String remoteGroupId,
    String description,
    Instant createdAt) {}
