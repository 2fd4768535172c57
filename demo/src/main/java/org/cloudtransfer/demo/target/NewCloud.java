package org.cloudtransfer.demo.target;

import java.util.Map;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.sample.SampleProject;
import org.cloudtransfer.demo.sample.SampleUser;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Identity;

/** A running new cloud with everything in it that an administrator prepares before the transfer. */
public final class NewCloud implements AutoCloseable {
  /** The administrator's password. */
  public static final String PASSWORD = "s3cret of (the) new cl0ud!";

  private final Simulator simulator;

  private NewCloud(Simulator simulator) {
    this.simulator = simulator;
  }

  /** Starts a Newton for the people of the sample. */
  public static NewCloud start(Sample sample) {
    return start(sample, SimulatorOptions.newton());
  }

  /** Starts a cloud that behaves as {@code options} say. */
  public static NewCloud start(Sample sample, SimulatorOptions options) {
    NewCloud cloud = new NewCloud(Simulator.start(options.adminPassword(PASSWORD)));
    cloud.addPeople(sample);
    Sample.VOLUME_TYPES.forEach(cloud.simulator.cloud().volume()::addType);
    new Bystanders(cloud.simulator.cloud(), sample).add();
    return cloud;
  }

  private void addPeople(Sample sample) {
    Identity identity = simulator.cloud().identity();
    identity.addDomain(Sample.PARTNER_DOMAIN, "partners");
    identity.addDomain(SampleUser.LDAP_DOMAIN, "ldap_users");
    identity.addDomain(SampleUser.OTHER_LDAP_DOMAIN, "ldap_partners");
    sample.placedProjects().forEach(project -> addProject(identity, project));
    sample.users().forEach(user -> addUser(identity, user));
  }

  private static void addProject(Identity identity, SampleProject project) {
    identity.addProject(project.id(), project.domainId(), project.name());
    if (!project.enabled()) {
      identity.disableProject(project.id());
    }
  }

  private static void addUser(Identity identity, SampleUser user) {
    switch (user.kind()) {
      case SQL ->
          identity.addUser(user.id(), Sample.DEFAULT_DOMAIN, user.name(), "pw-" + user.name());
      case LDAP -> identity.addLdapUser(SampleUser.LDAP_DOMAIN, user.id(), user.name());
      case TWIN -> {
        identity.addLdapUser(SampleUser.LDAP_DOMAIN, user.id(), user.name());
        identity.addLdapUser(SampleUser.OTHER_LDAP_DOMAIN, user.id(), user.name());
      }
      case GONE -> {}
    }
  }

  /** The simulator behind it. */
  public Simulator simulator() {
    return simulator;
  }

  /** The environment in which an administrator works. */
  public Map<String, String> environment() {
    return Map.of(
        "OS_AUTH_URL", simulator.authUrl(),
        "OS_IDENTITY_API_VERSION", "3",
        "OS_REGION_NAME", "RegionOne",
        "OS_USERNAME", "admin",
        "OS_PASSWORD", PASSWORD,
        "OS_USER_DOMAIN_NAME", "Default",
        "OS_PROJECT_NAME", "admin",
        "OS_PROJECT_DOMAIN_NAME", "Default");
  }

  @Override
  public void close() {
    simulator.close();
  }
}
