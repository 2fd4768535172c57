package org.cloudtransfer.demo.sample;

/**
 * A project of the old cloud.
 *
 * @param inSource whether the old Keystone still has it; rows of removed projects stay behind in
 *     the other services
 * @param inTarget whether the new cloud has it, under the same ID
 */
public record SampleProject(
    String id, String name, String domainId, boolean enabled, boolean inSource, boolean inTarget) {

  /** Fate of a row of this project of which nothing else is peculiar. */
  Fate fate() {
    return inTarget ? Fate.CARRIED : Fate.WITHHELD;
  }
}
