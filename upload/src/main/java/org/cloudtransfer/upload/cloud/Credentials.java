package org.cloudtransfer.upload.cloud;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.cli.Secret;
import org.openstack4j.model.common.Identifier;

/**
 * Who logs in, where, to what, and which endpoints are meant.
 *
 * @param authUrl ends with {@code /v3}
 * @param interfaceName {@code public}, {@code internal} or {@code admin}
 * @param region null if the cloud has only one
 * @param endpoints those that are said and need not be in the catalog
 * @param systemScope whether Keystone is asked with a token for the whole system
 */
public record Credentials(
    String authUrl,
    Method method,
    Scope scope,
    String region,
    String interfaceName,
    Map<Service, URI> endpoints,
    boolean systemScope,
    Connection connection) {
  public Credentials {
    endpoints = Map.copyOf(endpoints);
  }

  /**
   * How the cloud is reached.
   *
   * @param cacert null for the system's certificates
   * @param certificate null for none
   */
  record Connection(
      Path cacert, ClientCertificate certificate, boolean insecure, Proxies proxies) {}

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
   * @param system whether it is for the whole system instead, as since Queens
   */
  public record Scope(String projectId, String project, Identifier domain, boolean system) {
    static final Scope NONE = new Scope(null, null, null, false);

    static final Scope SYSTEM = new Scope(null, null, null, true);
  }

  /** The same account, asking for a token for the whole system. */
  Credentials ofSystem() {
    return new Credentials(
        authUrl, method, Scope.SYSTEM, region, interfaceName, endpoints, systemScope, connection);
  }
}
