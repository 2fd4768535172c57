package org.cloudtransfer.demo.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.demo.Programs;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Identity;

/** Uploads a tarball to a simulated cloud that has all its owners, twice, and verifies. */
public final class Rehearsal {
  private static final String DOMAIN = "default";
  private static final String TARBALL = "rehearsal.tar.bz2";

  private final Programs programs;
  private final PrintStream out;
  private final Simulator cloud;
  private final Map<String, String> environment;

  private Rehearsal(Programs programs, PrintStream out, Simulator cloud) {
    this.programs = programs;
    this.out = out;
    this.cloud = cloud;
    this.environment =
        Map.of(
            "OS_AUTH_URL", cloud.authUrl(),
            "OS_IDENTITY_API_VERSION", "3",
            "OS_USERNAME", "admin",
            "OS_PASSWORD", "adminsecret",
            "OS_USER_DOMAIN_NAME", "Default",
            "OS_PROJECT_NAME", "admin",
            "OS_PROJECT_DOMAIN_NAME", "Default");
  }

  /**
   * @param tarball which is copied: its own journal is for the cloud that is meant
   * @param directory for the copy and all that comes of it
   * @return whether the whole of the tarball went in, and the second time nothing was written
   */
  public static boolean of(Path tarball, Path directory, PrintStream out)
      throws IOException, InterruptedException {
    Owners owners = Owners.of(tarball);
    Files.copy(tarball, directory.resolve(TARBALL));
    try (Simulator cloud = Simulator.start(SimulatorOptions.newton())) {
      prepare(cloud, owners);
      out.printf(
          "New cloud: a simulated Newton with the %d projects, %d users and %d volume types of %s%n",
          owners.projects().size(), owners.users().size(), owners.volumeTypes().size(), tarball);
      return new Rehearsal(new Programs(directory, out), out, cloud).run();
    }
  }

  private static void prepare(Simulator cloud, Owners owners) {
    Identity identity = cloud.cloud().identity();
    owners.projects().forEach((id, name) -> identity.addProject(id, DOMAIN, name));
    owners.users().forEach((id, name) -> identity.addUser(id, DOMAIN, name, "unknown"));
    owners.volumeTypes().forEach(cloud.cloud().volume()::addType);
  }

  private boolean run() throws IOException, InterruptedException {
    int first = programs.upload(environment, "--tarball", TARBALL).exitCode();
    cloud.requests().clear();
    int second = programs.upload(environment, "--tarball", TARBALL, "--quiet").exitCode();
    int writes = cloud.requests().writes().size();
    out.println();
    out.printf("exit codes of upload: %d and, the second time, %d%n", first, second);
    out.printf("requests to write of the second upload: %d%n", writes);
    boolean good = first <= 1 && second == first && writes == 0;
    out.println(
        good
            ? "Rehearsed. Who is who in your cloud, and what is there already, tells 'upload plan'."
            : "NOT as it has to be: see above.");
    return good;
  }
}
