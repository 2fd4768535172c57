package org.cloudtransfer.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.archive.ArchiveWriter;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.archive.TableWriter;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;

/** An archive, put together row by row, of all kinds. */
final class ArchiveOf {
  private final Map<Table<?>, List<Object>> rows = new LinkedHashMap<>();

  private ArchiveOf add(Table<?> table, Object row) {
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    return this;
  }

  ArchiveOf keypair(String user, String name, String key) {
    return add(Keypair.TABLE, new Keypair(user, name, "ssh", key, null));
  }

  /**
   * @param user null for the project's own limit
   */
  ArchiveOf nova(String project, String user, String resource, int limit) {
    return add(NovaQuota.TABLE, new NovaQuota(project, user, resource, limit));
  }

  ArchiveOf neutron(String project, String resource, int limit) {
    return add(NeutronQuota.TABLE, new NeutronQuota(project, resource, limit));
  }

  ArchiveOf cinder(String project, String resource, int limit) {
    return add(CinderQuota.TABLE, new CinderQuota(project, resource, limit));
  }

  ArchiveOf defaultGroup(String id, String project) {
    return add(
        SecurityGroup.TABLE,
        new SecurityGroup(id, project, "default", "Default security group", null, true));
  }

  ArchiveOf group(String id, String project, String name, String description) {
    return add(SecurityGroup.TABLE, new SecurityGroup(id, project, name, description, null, false));
  }

  /** A TCP port for the members of a group, or for all if there is none. */
  ArchiveOf ingress(String group, String project, int port, String remoteGroup) {
    return rule(group, project, "ingress", "IPv4", "tcp", port, remoteGroup);
  }

  /** Anything from the members of a group. */
  ArchiveOf anyFrom(String group, String project, String remoteGroup) {
    return rule(group, project, "ingress", "IPv4", null, null, remoteGroup);
  }

  /** The two rules that Neutron gives a new group. */
  ArchiveOf openEgress(String group, String project) {
    return rule(group, project, "egress", "IPv4", null, null, null)
        .rule(group, project, "egress", "IPv6", null, null, null);
  }

  private ArchiveOf rule(
      String group,
      String project,
      String direction,
      String ethertype,
      String protocol,
      Integer port,
      String remoteGroup) {
    String id = "rule-" + rows.getOrDefault(SecurityGroupRule.TABLE, List.of()).size();
    return add(
        SecurityGroupRule.TABLE,
        new SecurityGroupRule(
            id, group, project, direction, ethertype, protocol, port, port, null, remoteGroup, ""));
  }

  /** How many rows end in an outcome. */
  int size() {
    return rows.values().stream().mapToInt(List::size).sum();
  }

  /** Writes data directory and tarball; returns the tarball. */
  Path write(Path directory) throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(directory)) {
      write(writer, User.TABLE);
      write(writer, Project.TABLE);
      for (ResourceKind kind : ResourceKind.values()) {
        for (Table<?> table : kind.tables()) {
          write(writer, table);
        }
      }
      return writer.finish(
          List.of(), new Manifest.Selected(List.of(), List.of(), List.of()), Instant.EPOCH);
    }
  }

  @SuppressWarnings("unchecked") // add() puts a table's own records under it
  private <R> void write(ArchiveWriter writer, Table<R> table) throws IOException {
    try (TableWriter<R> out = writer.table(table)) {
      for (R row : (List<R>) rows.getOrDefault(table, List.of())) {
        out.write(row);
      }
    }
  }
}
