package org.cloudtransfer.simulator.keystone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.simulator.cloud.ApplicationCredential;
import org.cloudtransfer.simulator.cloud.User;

/** A token that was given out. */
public record Token(
    String id,
    User user,
    Scope scope,
    Set<String> roles,
    List<String> methods,
    Optional<ApplicationCredential> credential,
    String auditId,
    Instant issuedAt,
    Instant expiresAt) {

  /** Whether the services take its bearer for an administrator: any scope with the role does. */
  public boolean isAdmin() {
    return roles.contains("admin");
  }

  /** The project it is for, "" if it is for something else. */
  public String projectId() {
    return scope.kind() == Scope.Kind.PROJECT ? scope.id() : "";
  }

  /** The caller's user ID. */
  public String userId() {
    return user.id();
  }

  @Override
  public String toString() {
    return "Token[of " + user.name() + ", " + scope + "]";
  }
}
