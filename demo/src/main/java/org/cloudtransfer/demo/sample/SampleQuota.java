package org.cloudtransfer.demo.sample;

/**
 * A limit of the old cloud.
 *
 * @param user null for one of the whole project
 * @param limit may be null, as in the database
 */
public record SampleQuota(
    Service service,
    SampleProject project,
    SampleUser user,
    String resource,
    Integer limit,
    Fate fate) {

  /** Whose limit it is. */
  public enum Service {
    NOVA,
    NEUTRON,
    CINDER
  }

  static SampleQuota of(
      Service service, SampleProject project, String resource, Integer limit, Fate fate) {
    return new SampleQuota(service, project, null, resource, limit, fate);
  }

  /** The limit as the new cloud shows it: any negative one is none. */
  public int wanted() {
    return Math.max(limit, -1);
  }
}
