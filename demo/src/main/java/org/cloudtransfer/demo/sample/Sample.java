package org.cloudtransfer.demo.sample;

import java.util.List;

/** All of the sample cloud. */
public record Sample(
    List<SampleProject> projects,
    List<SampleUser> users,
    List<SampleKeypair> keypairs,
    List<SampleQuota> quotas,
    List<SampleGroup> groups) {
  /** The domain of everybody whom the description does not put elsewhere. */
  public static final String DEFAULT_DOMAIN = "default";

  /** A second domain with projects of its own. */
  public static final String PARTNER_DOMAIN = "9a57ee759a57ee759a57ee759a57ee75";

  /** The types of volumes that both clouds have. */
  public static final List<String> VOLUME_TYPES = List.of("lvm_gold", "SSD (schnell)", "Größe XL");

  /** A type of volumes that the new cloud does not have. */
  public static final String RETIRED_VOLUME_TYPE = "retired";

  public Sample {
    projects = List.copyOf(projects);
    users = List.copyOf(users);
    keypairs = List.copyOf(keypairs);
    quotas = List.copyOf(quotas);
    groups = List.copyOf(groups);
  }

  /** Describes the cloud; each time the same. */
  public static Sample describe() {
    People people = People.describe();
    return new Sample(
        people.projects(),
        people.users(),
        SampleKeypairs.of(people),
        SampleQuotas.of(people),
        SampleGroups.of(people));
  }

  /** The projects that the new cloud has. */
  public List<SampleProject> placedProjects() {
    return projects.stream().filter(SampleProject::inTarget).toList();
  }
}
