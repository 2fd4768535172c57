package org.cloudtransfer.upload.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.archive.ArchiveWriter;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.archive.TableWriter;
import org.cloudtransfer.fuzz.Scratch;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.Placement;

/** A small sound archive, for a target that is not. */
final class Sample {
  static final List<User> USERS = List.of(new User("ann", "ann", "d", true, User.Origin.LDAP));
  static final Map<String, Placement> PLACED = Map.of("ann", new Placement.Found("ann", "same ID"));

  static final List<Project> PROJECTS = List.of(new Project("q", "q", "d", true));
  static final Map<String, Placement> PLACED_PROJECTS =
      Map.of(
          "p", new Placement.Found("new-p", "map file"), "q", new Placement.Found("q", "same ID"));

  private Sample() {}

  static Archive archive() {
    Path directory = Scratch.directory("sample").resolve("a");
    try (ArchiveWriter writer = ArchiveWriter.open(directory)) {
      write(writer, NovaQuota.TABLE, new NovaQuota("p", null, "cores", 40));
      write(writer, NeutronQuota.TABLE, new NeutronQuota("p", "port", -1));
      write(writer, CinderQuota.TABLE, new CinderQuota("p", "gigabytes_fast", 5));
      write(writer, Keypair.TABLE, new Keypair("ann", "k@h", "ssh", "ssh-rsa AAAA x", null));
      write(
          writer,
          SecurityGroup.TABLE,
          new SecurityGroup("d", "p", "default", "", null, true),
          new SecurityGroup("g", "p", "web", "one", null, false),
          new SecurityGroup("h", "q", "db", null, null, false));
      write(
          writer,
          SecurityGroupRule.TABLE,
          new SecurityGroupRule(
              "1", "g", "p", "ingress", "IPv4", "tcp", 80, 80, "10.0.0.0/8", null, null),
          new SecurityGroupRule(
              "2", "h", "q", "ingress", "IPv6", null, null, null, null, "g", null));
      Path packed =
          writer.finish(
              List.of(),
              new Manifest.Selected(List.of(), List.of(), List.of()),
              Instant.parse("2026-11-21T12:00:00Z"));
      return Archive.open(packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SafeVarargs
  private static <R> void write(ArchiveWriter writer, Table<R> table, R... rows)
      throws IOException {
    try (TableWriter<R> out = writer.table(table)) {
      for (R row : rows) {
        out.write(row);
      }
    }
  }
}
