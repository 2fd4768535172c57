package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cloudtransfer.archive.ArchiveWriter;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.archive.TableWriter;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.User;

/**
 * What projects have: quotas in three services, groups with rules, two of which are those that
 * Neutron makes itself, and a user with two keys. The reference workload has one group of four
 * rules a project.
 *
 * @param projects IDs in the target
 * @param users as many
 */
record Workload(List<String> projects, List<String> users, int groups, int rules, boolean others) {
  private static final int AUTOMATIC = 2;

  /** Above the defaults, like most limits that somebody has set. */
  static final Map<String, Integer> NOVA = Map.of("cores", 777, "instances", 777, "ram", 777_000);

  private static final int GROUPS_PER_REQUEST = 25;
  private static final int RULES_PER_REQUEST = 50;

  static Workload reference(List<String> projects, List<String> users) {
    return new Workload(projects, users, 1, 4, true);
  }

  /** The fewest requests that write all of it, in the bulks that the lab's figures suggest. */
  long leastWrites() {
    long all = (long) projects.size() * groups;
    long rulesOfGroup = rules - AUTOMATIC;
    long bulks = (all + GROUPS_PER_REQUEST - 1) / GROUPS_PER_REQUEST;
    long ofRules = all * ((rulesOfGroup + RULES_PER_REQUEST - 1) / RULES_PER_REQUEST);
    return bulks + ofRules + (others ? projects.size() * 5L : 0);
  }

  long objects() {
    return (long) projects.size() * (groups * (1L + rules - AUTOMATIC) + (others ? 5 : 0));
  }

  long rows() {
    return (long) projects.size() * (groups * (1L + rules) + (others ? 2 + 3 * 3 : 0));
  }

  static String key(int number) {
    byte[] modulus = new byte[257];
    new Random(number).nextBytes(modulus);
    modulus[0] = 0;
    modulus[1] |= (byte) 0x80;
    ByteBuffer blob = ByteBuffer.allocate(4 + 7 + 4 + 3 + 4 + 257);
    for (byte[] field : List.of("ssh-rsa".getBytes(), new byte[] {1, 0, 1}, modulus)) {
      blob.putInt(field.length).put(field);
    }
    return "ssh-rsa " + Base64.getEncoder().encodeToString(blob.array()) + " key-" + number;
  }

  static String groupId(int number) {
    return "%08x-0000-4000-8000-000000000000".formatted(number);
  }

  SecurityGroupRule rule(int project, int group, int number) {
    boolean automatic = number < AUTOMATIC;
    return new SecurityGroupRule(
        "%08x-0000-4000-8000-%012x".formatted(group, number),
        groupId(group),
        projects.get(project),
        automatic ? "egress" : "ingress",
        number == 1 ? "IPv6" : "IPv4",
        automatic ? null : "tcp",
        automatic ? null : 1000 + number,
        automatic ? null : 1000 + number,
        automatic || number % 2 == 1 ? null : "10.%d.%d.0/24".formatted(group % 250, number % 250),
        automatic || number % 2 == 0 ? null : groupId(group),
        "");
  }

  /** Writes the archive of it; the tarball. */
  Path pack(Path directory) throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(directory)) {
      writeGroups(writer);
      if (others) {
        writeQuotas(writer);
        writeKeys(writer);
      }
      try (TableWriter<Project> out = writer.table(Project.TABLE)) {
        for (int i = 0; i < projects.size(); i++) {
          out.write(new Project(projects.get(i), "project-" + i, "Default", true));
        }
      }
      return writer.finish(
          List.of(),
          new Manifest.Selected(List.of(), List.of(), List.of()),
          Instant.parse("2026-11-21T12:00:00Z"));
    }
  }

  private void writeGroups(ArchiveWriter writer) throws IOException {
    try (TableWriter<SecurityGroup> out = writer.table(SecurityGroup.TABLE);
        TableWriter<SecurityGroupRule> ofRules = writer.table(SecurityGroupRule.TABLE)) {
      for (int i = 0; i < projects.size(); i++) {
        for (int g = 0; g < groups; g++) {
          int group = i * groups + g;
          out.write(
              new SecurityGroup(
                  groupId(group), projects.get(i), "app-" + g, "app of " + i, true, false));
          for (int r = 0; r < rules; r++) {
            ofRules.write(rule(i, group, r));
          }
        }
      }
    }
  }

  private void writeQuotas(ArchiveWriter writer) throws IOException {
    try (TableWriter<NovaQuota> nova = writer.table(NovaQuota.TABLE);
        TableWriter<NeutronQuota> neutron = writer.table(NeutronQuota.TABLE);
        TableWriter<CinderQuota> cinder = writer.table(CinderQuota.TABLE)) {
      for (String project : projects) {
        for (String resource : List.of("cores", "instances", "ram")) {
          nova.write(new NovaQuota(project, null, resource, NOVA.get(resource)));
        }
        for (String resource : List.of("network", "security_group", "security_group_rule")) {
          neutron.write(new NeutronQuota(project, resource, 7777));
        }
        for (String resource : List.of("gigabytes", "snapshots", "volumes")) {
          cinder.write(new CinderQuota(project, resource, 777));
        }
      }
    }
  }

  private void writeKeys(ArchiveWriter writer) throws IOException {
    try (TableWriter<Keypair> keys = writer.table(Keypair.TABLE);
        TableWriter<User> people = writer.table(User.TABLE)) {
      for (int i = 0; i < users.size(); i++) {
        keys.write(new Keypair(users.get(i), "first", "ssh", key(2 * i), null));
        keys.write(new Keypair(users.get(i), "second", "ssh", key(2 * i + 1), null));
        people.write(new User(users.get(i), "user-" + i, "Default", true, User.Origin.SQL));
      }
    }
  }
}
