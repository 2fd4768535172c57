package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * A rule of a security group, as the source stores it.
 *
 * @param id in an archive of format 0, which does not carry it, the group's ID and a number
 * @param projectId the rule's own project, which may differ from its group's
 * @param direction {@code ingress} or {@code egress}
 * @param ethertype {@code IPv4} or {@code IPv6}
 * @param protocol a name or a number as text; null is any
 * @param portRangeMin first port, or ICMP type
 * @param portRangeMax last port, or ICMP code
 * @param remoteIpPrefix null is any, unless there is a remote group
 * @param remoteGroupId a security group of any project
 */
public record SecurityGroupRule(
    String id,
    String securityGroupId,
    String projectId,
    String direction,
    String ethertype,
    String protocol,
    Integer portRangeMin,
    Integer portRangeMax,
    String remoteIpPrefix,
    String remoteGroupId,
    String description) {

  public static final Table<SecurityGroupRule> TABLE =
      new Table<>(
          "security-group-rules",
          List.of(
              "id",
              "security_group_id",
              "project_id",
              "direction",
              "ethertype",
              "protocol",
              "port_range_min",
              "port_range_max",
              "remote_ip_prefix",
              "remote_group_id",
              "description"),
          row ->
              new SecurityGroupRule(
                  row.required("id"),
                  row.required("security_group_id"),
                  row.text("project_id"),
                  row.required("direction"),
                  row.required("ethertype"),
                  row.text("protocol"),
                  row.integer("port_range_min"),
                  row.integer("port_range_max"),
                  row.text("remote_ip_prefix"),
                  row.text("remote_group_id"),
                  row.text("description")),
          r ->
              Arrays.asList(
                  r.id,
                  r.securityGroupId,
                  r.projectId,
                  r.direction,
                  r.ethertype,
                  r.protocol,
                  r.portRangeMin,
                  r.portRangeMax,
                  r.remoteIpPrefix,
                  r.remoteGroupId,
                  r.description),
          SecurityGroupRule::key,
          null,
          null,
          SecurityGroupRule::label);

  public RowKey key() {
    return RowKey.of("security-group-rules", id);
  }

  private String label() {
    String ports = portRangeMin == null ? "" : " " + portRangeMin + "-" + portRangeMax;
    String remote = remoteGroupId == null ? remoteIpPrefix : "group " + remoteGroupId;
    return String.format(
        "%s %s %s%s %s (%s) of group %s",
        direction,
        ethertype,
        protocol == null ? "any" : protocol,
        ports,
        remote == null ? "anywhere" : remote,
        id,
        securityGroupId);
  }
}
