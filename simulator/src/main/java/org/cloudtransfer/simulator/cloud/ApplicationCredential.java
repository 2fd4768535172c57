package org.cloudtransfer.simulator.cloud;

/** A secret with which a user logs in to one project. */
public record ApplicationCredential(
    String id, String name, String userId, String projectId, String secret) {

  @Override
  public String toString() {
    return "ApplicationCredential[" + id + ", " + name + ", user " + userId + "]";
  }
}
