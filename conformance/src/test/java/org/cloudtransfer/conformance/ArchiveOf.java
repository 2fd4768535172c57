package org.cloudtransfer.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** Puts an archive together, row by row, as {@code download} would write it. */
final class ArchiveOf {
  private final List<User> users = new ArrayList<>();
  private final List<Project> projects = new ArrayList<>();
  private final List<Keypair> keypairs = new ArrayList<>();
  private final List<NovaQuota> novaQuotas = new ArrayList<>();
  private final List<NeutronQuota> neutronQuotas = new ArrayList<>();
  private final List<CinderQuota> cinderQuotas = new ArrayList<>();
  private final List<SecurityGroup> groups = new ArrayList<>();
  private final List<SecurityGroupRule> rules = new ArrayList<>();
  private Set<ResourceKind> kinds = EnumSet.allOf(ResourceKind.class);

  /** Only these kinds were downloaded. */
  ArchiveOf only(ResourceKind first, ResourceKind... others) {
    kinds = EnumSet.of(first, others);
    return this;
  }

  /** A user as the source knew them. */
  ArchiveOf user(String id, String login, String domain, User.Origin origin) {
    users.add(new User(id, login, domain, true, origin));
    return this;
  }

  ArchiveOf project(String id, String name) {
    projects.add(new Project(id, name, "Default", true));
    return this;
  }

  ArchiveOf keypair(String user, String name, String text) {
    return keypair(user, name, "ssh", text);
  }

  ArchiveOf keypair(String user, String name, String type, String text) {
    keypairs.add(new Keypair(user, name, type, text, null));
    return this;
  }

  ArchiveOf nova(String project, String resource, Integer limit) {
    return nova(project, null, resource, limit);
  }

  /** A limit of one user in a project. */
  ArchiveOf nova(String project, String user, String resource, Integer limit) {
    novaQuotas.add(new NovaQuota(project, user, resource, limit));
    return this;
  }

  ArchiveOf neutron(String project, String resource, Integer limit) {
    neutronQuotas.add(new NeutronQuota(project, resource, limit));
    return this;
  }

  ArchiveOf cinder(String project, String resource, Integer limit) {
    cinderQuotas.add(new CinderQuota(project, resource, limit));
    return this;
  }

  /** A group whose automatic rules somebody removed; returns its ID in the source. */
  String group(String project, String name) {
    return group(project, name, "", true);
  }

  String group(String project, String name, String description, Boolean stateful) {
    String id = UUID.randomUUID().toString();
    groups.add(new SecurityGroup(id, project, name, description, stateful, false));
    return id;
  }

  /** A group with the two rules that it was given when it was made. */
  String usualGroup(String project, String name) {
    String id = group(project, name);
    rule(id, RuleOf.egress());
    rule(id, RuleOf.egress().ipv6());
    return id;
  }

  /** The project's default group, without rules. */
  String defaultGroup(String project) {
    String id = UUID.randomUUID().toString();
    groups.add(new SecurityGroup(id, project, "default", "Default security group", true, true));
    return id;
  }

  ArchiveOf rule(String group, RuleOf rule) {
    String project =
        groups.stream()
            .filter(g -> g.id().equals(group))
            .map(SecurityGroup::projectId)
            .findFirst()
            .orElseThrow();
    rules.add(rule.row(group, project));
    return this;
  }

  /** Writes data directory and tarball; returns the tarball. */
  Path write(Path parent) {
    return write(parent, "archive");
  }

  Path write(Path parent, String name) {
    try (ArchiveWriter writer = ArchiveWriter.open(parent.resolve(name))) {
      write(writer, ResourceKind.NOVA_QUOTAS, NovaQuota.TABLE, novaQuotas);
      write(writer, ResourceKind.NEUTRON_QUOTAS, NeutronQuota.TABLE, neutronQuotas);
      write(writer, ResourceKind.CINDER_QUOTAS, CinderQuota.TABLE, cinderQuotas);
      write(writer, ResourceKind.KEYPAIRS, Keypair.TABLE, keypairs);
      write(writer, ResourceKind.SECURITY_GROUPS, SecurityGroup.TABLE, groups);
      write(writer, ResourceKind.SECURITY_GROUPS, SecurityGroupRule.TABLE, rules);
      write(writer, User.TABLE, users);
      write(writer, Project.TABLE, projects);
      List<String> selected = kinds.stream().map(ResourceKind::text).toList();
      return writer.finish(
          List.of(), new Manifest.Selected(selected, List.of(), List.of()), Instant.now());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <R> void write(ArchiveWriter writer, ResourceKind kind, Table<R> table, List<R> rows)
      throws IOException {
    if (kinds.contains(kind)) {
      write(writer, table, rows);
    }
  }

  private static <R> void write(ArchiveWriter writer, Table<R> table, List<R> rows)
      throws IOException {
    try (TableWriter<R> out = writer.table(table)) {
      for (R row : rows) {
        out.write(row);
      }
    }
  }
}
