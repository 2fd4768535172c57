package org.cloudtransfer.demo.target;

import java.util.List;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.KeyTexts;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.sample.SampleGroup;
import org.cloudtransfer.demo.sample.SampleKeypair;
import org.cloudtransfer.demo.sample.SampleProject;
import org.cloudtransfer.demo.sample.SampleRule;
import org.cloudtransfer.demo.sample.SampleUsage;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Project;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.cloud.User;

/** What others have in the new cloud, in projects of their own and in the very same ones. */
record Bystanders(Cloud cloud, Sample sample) {
  private static final String FINGERPRINT = "aa:bb:cc";

  void add() {
    strangers();
    ofTheSameProjects();
    ofTheSameUsers();
    theirEquals();
  }

  private void strangers() {
    Project project = cloud.identity().addProject(Sample.DEFAULT_DOMAIN, "strangers");
    SecurityGroup group = cloud.network().addGroup(project.id(), "web", "of strangers");
    cloud.network().ensureDefaultGroup(project.id());
    cloud.network().markInUse(group.id());
    cloud.network().setQuota(project.id(), "network", 3);
    cloud.compute().setQuota(project.id(), "cores", 3);
    cloud.volume().setQuota(project.id(), "volumes", 3);
    for (int i = 0; i < 20; i++) {
      User user = cloud.identity().addUser(Sample.DEFAULT_DOMAIN, "stranger" + i, "pw-" + i);
      addKey(user.id(), "laptop", 7000 + i);
    }
    cloud.identity().addUser(Sample.DEFAULT_DOMAIN, "ada30", "pw");
  }

  private void ofTheSameProjects() {
    List<SampleProject> projects = sample.placedProjects();
    for (int i = 0; i < projects.size(); i++) {
      String id = projects.get(i).id();
      cloud.compute().use(id, "somebody", "instances", SampleUsage.INSTANCES);
      cloud.volume().use(id, "volumes", SampleUsage.VOLUMES);
      if (i % 4 == 1) {
        defaultGroup(id, i);
      }
      if (i % 6 == 0) {
        group(id);
        quotas(id);
      }
    }
  }

  private void defaultGroup(String project, int i) {
    Network network = cloud.network();
    SecurityGroup group = network.ensureDefaultGroup(project);
    if (i % 8 == 5) {
      network.addRule(group, "ingress", "IPv4", "tcp", 3389, 3389, "192.0.2.99/32", null);
    }
  }

  private void group(String project) {
    Network network = cloud.network();
    SecurityGroup group = network.addGroup(project, "web", "somebody else's");
    network.addRule(group, "ingress", "IPv4", "tcp", 8443, 8443, null, null);
    network.markInUse(group.id());
  }

  /** Some that the old cloud sets too, and some that it does not know. */
  private void quotas(String project) {
    cloud.compute().setQuota(project, "instances", 11);
    cloud.compute().setQuota(project, "server_groups", 12);
    cloud.compute().setQuota(project, "somebody", "cores", 1);
    cloud.network().setQuota(project, "router", 13);
    cloud.volume().setQuota(project, "snapshots", 14);
  }

  private void ofTheSameUsers() {
    sample.users().stream()
        .filter(user -> user.isPlaced() && user.id().hashCode() % 5 == 0)
        .forEach(user -> addKey(user.targetId(), "made in the new cloud", user.id().hashCode()));
  }

  private void addKey(String user, String name, int seed) {
    cloud.compute().addKeypair(user, name, "ssh", KeyTexts.rsa(seed), FINGERPRINT);
  }

  private void theirEquals() {
    for (SampleKeypair keypair : sample.keypairs()) {
      if (keypair.fate() == Fate.PRESENT) {
        put(keypair, keypair.publicKey());
      } else if (keypair.name().equals("another key there")) {
        put(keypair, KeyTexts.rsa(8000));
      }
    }
    sample.groups().stream().filter(g -> g.fate() == Fate.PRESENT).forEach(this::put);
  }

  private void put(SampleKeypair keypair, String key) {
    Compute compute = cloud.compute();
    compute.addKeypair(keypair.user().targetId(), keypair.name(), "ssh", key, FINGERPRINT);
  }

  private void put(SampleGroup group) {
    Network network = cloud.network();
    SecurityGroup made = network.addGroup(group.project().id(), group.name(), group.description());
    for (SecurityGroupRule automatic : network.rules(made.id())) {
      network.removeRule(automatic.id());
    }
    for (SampleRule r : group.rules()) {
      network.addRule(
          made,
          r.direction(),
          r.ethertype(),
          r.protocol(),
          r.portRangeMin(),
          r.portRangeMax(),
          r.remoteIpPrefix(),
          null);
    }
  }
}
