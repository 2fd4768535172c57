package org.cloudtransfer.upload.cloud;

import java.nio.file.Path;
import org.cloudtransfer.cli.Secret;
import org.openstack4j.model.common.Identifier;

/**
 * Who logs in, where, to what, and which endpoints are meant.
 *
 * @param authUrl ends with {@code /v3}
 * @param interfaceName {@code public}, {@code internal} or {@code admin}
 * @param region null if the cloud has only one
 * @param cacert null for the system's certificates
 */
public record Credentials(
    String authUrl,
    Method method,
    Scope scope,
    String region,
    String interfaceName,
    Path cacert,
    boolean insecure) {

  /** How an account proves itself. */
  public sealed interface Method {}

  /**
   * @param userId null if the user is named by name and domain
   */
  public record Password(String userId, String user, Identifier domain, Secret password)
      implements Method {}

  /** A token from an earlier log-in; it cannot be renewed. */
  public record ExistingToken(Secret token) implements Method {}

  /**
   * @param id null if the credential is named by its name and its user
   */
  public record ApplicationCredential(
      String id, String name, String userId, String user, Identifier domain, Secret secret)
      implements Method {}

  /**
   * The project that the token is for; an application credential brings its own.
   *
   * @param projectId null if the project is named by name and domain
   * @param project null if there is no project at all
   */
  public record Scope(String projectId, String project, Identifier domain) {
    static final Scope NONE = new Scope(null, null, null);
  }
}
