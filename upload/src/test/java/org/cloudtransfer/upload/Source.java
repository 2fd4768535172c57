package org.cloudtransfer.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;

/** What an old cloud holds, and the archive of it. */
final class Source {
  private final Map<Table<?>, List<Object>> rows = new LinkedHashMap<>();
  private Set<ResourceKind> kinds = EnumSet.allOf(ResourceKind.class);
  private int rules;

  /** Leaves all other kinds out of the archive. */
  Source only(ResourceKind first, ResourceKind... more) {
    kinds = EnumSet.of(first, more);
    return this;
  }

  private Source add(Table<?> table, Object row) {
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    return this;
  }

  Source user(String id, String name, String domain, User.Origin origin) {
    return add(User.TABLE, new User(id, name, domain, true, origin));
  }

  Source project(String id, String name) {
    return add(Project.TABLE, new Project(id, name, "Default", true));
  }

  Source keypair(String user, String name, String key) {
    return keypair(user, name, "ssh", key);
  }

  Source keypair(String user, String name, String type, String key) {
    return add(Keypair.TABLE, new Keypair(user, name, type, key, null));
  }

  Source nova(String project, String resource, Integer limit) {
    return add(NovaQuota.TABLE, new NovaQuota(project, null, resource, limit));
  }

  Source nova(String project, String user, String resource, Integer limit) {
    return add(NovaQuota.TABLE, new NovaQuota(project, user, resource, limit));
  }

  Source neutron(String project, String resource, Integer limit) {
    return add(NeutronQuota.TABLE, new NeutronQuota(project, resource, limit));
  }

  Source cinder(String project, String resource, Integer limit) {
    return add(CinderQuota.TABLE, new CinderQuota(project, resource, limit));
  }

  /** A group without rules. */
  Source group(String id, String project, String name) {
    return group(id, project, name, "");
  }

  Source group(String id, String project, String name, String description) {
    return add(SecurityGroup.TABLE, new SecurityGroup(id, project, name, description, null, false));
  }

  Source stateless(String id, String project, String name) {
    return add(SecurityGroup.TABLE, new SecurityGroup(id, project, name, "", false, false));
  }

  Source defaultGroup(String id, String project) {
    return add(
        SecurityGroup.TABLE,
        new SecurityGroup(id, project, "default", "Default security group", null, true));
  }

  /** Adds rules; each gets an ID of its own: rule-1, rule-2 and so on. */
  Source rules(Rule... some) {
    for (Rule rule : some) {
      add(org.cloudtransfer.resource.SecurityGroupRule.TABLE, rule.row("rule-" + ++rules));
    }
    return this;
  }

  /** The two rules that Neutron gives a new group. */
  Source openEgress(String... groups) {
    Arrays.stream(groups).forEach(g -> rules(Rule.egress(g), Rule.egress(g).v6()));
    return this;
  }

  /** The four rules of a default group that nobody has changed. */
  Source untouched(String defaultGroup) {
    return openEgress(defaultGroup)
        .rules(
            Rule.ingress(defaultGroup).from(defaultGroup),
            Rule.ingress(defaultGroup).from(defaultGroup).v6());
  }

  /** Writes the archive beside its data directory. */
  Path pack(Path directory) {
    try (ArchiveWriter writer = ArchiveWriter.open(directory)) {
      write(writer, User.TABLE);
      write(writer, Project.TABLE);
      for (ResourceKind kind : kinds) {
        for (Table<?> table : kind.tables()) {
          write(writer, table);
        }
      }
      return writer.finish(
          List.of(),
          new Manifest.Selected(List.of(), List.of(), List.of()),
          Instant.parse("2026-11-21T12:00:00Z"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
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
