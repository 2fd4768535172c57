package org.cloudtransfer.simulator.cloud;

import java.util.Arrays;

/**
 * Which release the simulated cloud behaves like, oldest first. What changed in a release between
 * two of these begins with the later one.
 */
public enum Profile {
  /** SUSE OpenStack Cloud 7: Cinder v2 and v3, few checks of existence. */
  NEWTON("newton", 38),
  /** SUSE OpenStack Cloud 8: Nova looks projects up, Neutron takes 0.0.0.0/0 for no prefix. */
  PIKE("pike", 53),
  /** Cinder always checks usage; system scope and application credentials. */
  TRAIN("train", 79),
  /** Cinder v3 alone, stateless groups, quota checks on request in Neutron. */
  ZED("zed", 93),
  /** 2025.1: templates of automatic rules, quota checks in Neutron unless forced. */
  EPOXY("2025.1", 100);

  private final String text;
  private final int microversion;

  Profile(String text, int microversion) {
    this.text = text;
    this.microversion = microversion;
  }

  /** The release's name as OpenStack writes it, in lower case. */
  public String text() {
    return text;
  }

  /** Nova's highest microversion is 2 and this. */
  public int microversion() {
    return microversion;
  }

  /** Whether this is that release or a later one. */
  public boolean since(Profile first) {
    return compareTo(first) >= 0;
  }

  /**
   * The profile of a name; {@code current} is that of the real services that we measured, Zed.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Profile of(String name) {
    return Arrays.stream(values())
        .filter(profile -> profile.text.equals(name.equals("current") ? ZED.text : name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown profile " + name));
  }
}
