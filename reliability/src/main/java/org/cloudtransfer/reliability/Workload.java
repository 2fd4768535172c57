package org.cloudtransfer.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;

/**
 * A small transfer with one of everything that is delicate: limits of projects and of users in
 * three services, key pairs, groups without rules, of one name, of one name with somebody else's,
 * that name themselves, each other in a circle, and groups of other projects; a default group that
 * is there and one that is not; and rows that cannot be placed, so that a clean run ends with 1.
 */
public final class Workload {
  /** What a run ends with that nobody disturbs: some rows have no owner. */
  public static final int EXIT_CODE = 1;

  /** More than fit into one request. */
  private static final int MANY = 21;

  private static final ArchiveOf ARCHIVE = archive();

  private Workload() {}

  /** How many rows are to end in an outcome. */
  static int rows() {
    return ARCHIVE.size();
  }

  /** Writes the archive into a directory and returns the tarball; it is always the same. */
  public static Path write(Path directory) throws IOException {
    Path packed = ARCHIVE.write(directory.resolve("packed").resolve("a"));
    return Files.move(packed, directory.resolve("a.tar.bz2"));
  }

  private static ArchiveOf archive() {
    ArchiveOf archive = new ArchiveOf();
    quotas(archive);
    keypairs(archive);
    groups(archive);
    many(archive);
    return archive;
  }

  private static void quotas(ArchiveOf archive) {
    archive
        .nova("p0", null, "cores", 40)
        .nova("p0", null, "ram", 102400)
        .nova("p0", "ann", "cores", 20)
        .nova("p1", null, "instances", 33)
        .nova("p1", "bob", "ram", 4096)
        .nova("nowhere", null, "cores", 1)
        .neutron("p0", "port", 77)
        .neutron("p0", "floatingip", 5)
        .neutron("p1", "security_group", 50)
        .neutron("p2", "router", 3)
        .neutron("p3", "security_group", 50)
        .cinder("p0", "volumes", 11)
        .cinder("p0", "gigabytes_fast", 5)
        .cinder("p1", "gigabytes", 2000);
  }

  private static void keypairs(ArchiveOf archive) {
    archive
        .keypair("ann", "laptop", Keys.rsa(1))
        .keypair("ann", "office", Keys.rsa(2))
        .keypair("bob", "same", Keys.rsa(3))
        .keypair("bob", "taken", Keys.rsa(4))
        .keypair("bob", "new", Keys.rsa(5))
        .keypair("left the company", "laptop", Keys.rsa(6));
  }

  private static void groups(ArchiveOf archive) {
    archive
        .defaultGroup("d0", "p0")
        .openEgress("d0", "p0")
        .ingress("d0", "p0", 22, null)
        .defaultGroup("d1", "p1")
        .openEgress("d1", "p1")
        .anyFrom("d1", "p1", "d1")
        .ingress("d1", "p1", 22, "front")
        .group("web1", "p0", "web", "one")
        .openEgress("web1", "p0")
        .ingress("web1", "p0", 80, null)
        .ingress("web1", "p0", 443, "front")
        .group("web2", "p0", "web", "one")
        .ingress("web2", "p0", 80, "web1")
        .group("bare", "p0", "bare", null)
        .group("self", "p1", "self", "")
        .openEgress("self", "p1")
        .anyFrom("self", "p1", "self")
        .group("ring1", "p1", "ring", "a")
        .group("ring2", "p1", "ring", "b")
        .openEgress("ring1", "p1")
        .ingress("ring1", "p1", 1, "ring2")
        .ingress("ring2", "p1", 2, "ring1")
        .group("front", "p2", "front", "")
        .openEgress("front", "p2")
        .ingress("front", "p2", 8080, "bare")
        .ingress("front", "p2", 9090, "not in the archive")
        .group("equal", "p2", "equal", "there already")
        .openEgress("equal", "p2")
        .ingress("equal", "p2", 25, null);
  }

  private static void many(ArchiveOf archive) {
    for (int i = 0; i < MANY; i++) {
      archive.group("many" + i, "p3", "many", "pair " + i / 2).openEgress("many" + i, "p3");
    }
    archive.ingress("many0", "p3", 5432, "many20");
  }

  /** The new cloud before the transfer, with what others have in it. */
  public static Simulator cloud(SimulatorOptions options) {
    Simulator simulator = Simulator.start(options);
    Cloud cloud = simulator.cloud();
    for (String project : List.of("p0", "p1", "p2", "p3", "strangers")) {
      cloud.identity().addProject(project, "default", "name of " + project);
    }
    for (String user : List.of("ann", "bob", "stranger")) {
      cloud.identity().addUser(user, "default", "name of " + user, "secret of " + user);
    }
    cloud.volume().addType("fast");
    cloud.compute().addKeypair("bob", "same", "ssh", Keys.rsa(3), "f");
    cloud.compute().addKeypair("bob", "taken", "ssh", Keys.rsa(7), "f");
    cloud.compute().addKeypair("stranger", "laptop", "ssh", Keys.rsa(8), "f");
    cloud.compute().setQuota("p1", "key_pairs", 12);
    cloud.compute().setQuota("strangers", "cores", 3);
    cloud.network().setQuota("strangers", "network", 3);
    cloud.volume().setQuota("p2", "snapshots", 3);
    strangersGroups(cloud.network());
    return simulator;
  }

  private static void strangersGroups(Network network) {
    network.ensureDefaultGroup("p1");
    network.ensureDefaultGroup("strangers");
    SecurityGroup web = network.addGroup("p0", "web", "somebody else's");
    network.addRule(web, "ingress", "IPv4", "tcp", 8443, 8443, null, null);
    network.markInUse(web.id());
    network.addGroup("strangers", "web", "one");
    SecurityGroup equal = network.addGroup("p2", "equal", "there already");
    network.addRule(equal, "ingress", "IPv4", "tcp", 25, 25, null, null);
  }
}
