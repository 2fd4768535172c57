package org.cloudtransfer.simulator.cloud;

/**
 * A keystone user.
 *
 * @param id public ID
 * @param localId ID in the LDAP directory; null for a user of the SQL driver
 */
public record User(
    String id, String name, String domainId, boolean enabled, String localId, String password) {

  /** Whether the user lives in a directory behind a domain-specific driver. */
  public boolean isLdap() {
    return localId != null;
  }

  @Override
  public String toString() {
    return "User[" + id + ", " + name + ", domain " + domainId + "]";
  }
}
