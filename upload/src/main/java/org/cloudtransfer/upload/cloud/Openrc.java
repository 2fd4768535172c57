package org.cloudtransfer.upload.cloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.cli.Secret;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.cloud.Credentials.ApplicationCredential;
import org.cloudtransfer.upload.cloud.Credentials.Connection;
import org.cloudtransfer.upload.cloud.Credentials.ExistingToken;
import org.cloudtransfer.upload.cloud.Credentials.Password;
import org.cloudtransfer.upload.cloud.Credentials.Scope;
import org.openstack4j.model.common.Identifier;

/**
 * Reads the {@code OS_*} environment in its dialects. SOC's own openrc, for one, says {@code
 * OS_TENANT_NAME}, {@code OS_ENDPOINT_TYPE=internalURL} and an authentication URL that may end in
 * {@code v2.0} (crowbar-openstack, stable/4.0).
 */
public final class Openrc {
  private final Map<String, String> env;

  public Openrc(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  /**
   * @param overrides what the command line says; null components fall back to the environment
   * @throws StopException naming the variable that is missing
   */
  public Credentials credentials(Overrides overrides) {
    return credentials(overrides, Proxies.of(env));
  }

  /**
   * @param proxies those of the environment, where it is not the one that names the cloud
   */
  public Credentials credentials(Overrides overrides, Proxies proxies) {
    Credentials.Method method = method();
    return new Credentials(
        authUrl(),
        method,
        scope(method),
        first(overrides.region(), "OS_REGION_NAME").orElse(null),
        interfaceName(first(overrides.interfaceName(), "OS_INTERFACE", "OS_ENDPOINT_TYPE")),
        endpoints(),
        isSystemScoped(method),
        new Connection(
            first(overrides.cacert(), "OS_CACERT").map(p -> path("OS_CACERT", p)).orElse(null),
            certificate(),
            overrides.insecure() || truth("OS_INSECURE"),
            proxies));
  }

  private ClientCertificate certificate() {
    return get("OS_CERT")
        .map(text -> path("OS_CERT", text))
        .map(cert -> new ClientCertificate(cert, key().orElse(cert)))
        .orElse(null);
  }

  private Optional<Path> key() {
    return get("OS_KEY").map(text -> path("OS_KEY", text));
  }

  /** openstacksdk's {@code OS_<SERVICE_TYPE>_ENDPOINT_OVERRIDE}, in all names of a service. */
  private Map<Service, URI> endpoints() {
    Map<Service, URI> endpoints = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      service.types().stream()
          .map(type -> "OS_" + type.toUpperCase(Locale.ROOT).replace('-', '_'))
          .map(name -> name + "_ENDPOINT_OVERRIDE")
          .flatMap(name -> get(name).map(url -> URI.create(parsed(name, url))).stream())
          .findFirst()
          .ifPresent(url -> endpoints.put(service, url));
    }
    return endpoints;
  }

  /** Beside a project: no service but Keystone takes a token for the system. */
  private boolean isSystemScoped(Credentials.Method method) {
    return get("OS_SYSTEM_SCOPE").isPresent() && !(method instanceof ApplicationCredential);
  }

  /** What the command line may say of the target. */
  public record Overrides(String region, String interfaceName, String cacert, boolean insecure) {}

  private static Path path(String variable, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw StopException.badInput(
          variable + " names no file that there could be.", "Name a PEM file.");
    }
  }

  private String authUrl() {
    String url = required("OS_AUTH_URL").replaceAll("/+$", "");
    return parsed("OS_AUTH_URL", url.replaceAll("/v(2\\.0|3)$", "") + "/v3");
  }

  private static String parsed(String variable, String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // falls through to the message
    }
    throw StopException.badInput(
        variable + " is no http or https URL: " + url + ".", "Correct it in your openrc.");
  }

  private Credentials.Method method() {
    String type = get("OS_AUTH_TYPE").orElse("").toLowerCase(Locale.ROOT);
    if (type.equals("v3applicationcredential")
        || get("OS_APPLICATION_CREDENTIAL_SECRET").isPresent() && get("OS_PASSWORD").isEmpty()) {
      return applicationCredential();
    }
    boolean token = get("OS_TOKEN").isPresent();
    if (token && (type.endsWith("token") || get("OS_PASSWORD").isEmpty())) {
      return new ExistingToken(new Secret(required("OS_TOKEN")));
    }
    String id = get("OS_USER_ID").orElse(null);
    String name = id == null ? required("OS_USERNAME") : null;
    return new Password(id, name, userDomain(), new Secret(required("OS_PASSWORD")));
  }

  private ApplicationCredential applicationCredential() {
    String id = get("OS_APPLICATION_CREDENTIAL_ID").orElse(null);
    return new ApplicationCredential(
        id,
        id == null ? required("OS_APPLICATION_CREDENTIAL_NAME") : null,
        get("OS_USER_ID").orElse(null),
        get("OS_USERNAME").orElse(null),
        userDomain(),
        new Secret(required("OS_APPLICATION_CREDENTIAL_SECRET")));
  }

  private Scope scope(Credentials.Method method) {
    if (method instanceof ApplicationCredential) {
      return Scope.NONE;
    }
    Optional<String> id = first(null, "OS_PROJECT_ID", "OS_TENANT_ID");
    Optional<String> name = first(null, "OS_PROJECT_NAME", "OS_TENANT_NAME");
    if (id.isEmpty() && name.isEmpty()) {
      throw get("OS_SYSTEM_SCOPE").isPresent() ? systemAlone() : missing("OS_PROJECT_NAME");
    }
    return new Scope(id.orElse(null), name.orElse(null), domain("PROJECT"), false);
  }

  private static StopException systemAlone() {
    return StopException.badInput(
        "OS_SYSTEM_SCOPE is set and OS_PROJECT_NAME is not.",
        "Set OS_PROJECT_NAME, too: Nova, Neutron and Cinder take no token for the whole system; it"
            + " will be used for Keystone.");
  }

  private Identifier userDomain() {
    return domain("USER");
  }

  /** Without any domain the one whose ID is {@code default} is meant, as in Keystone v2.0. */
  private Identifier domain(String whose) {
    return get("OS_" + whose + "_DOMAIN_ID")
        .map(Identifier::byId)
        .or(() -> get("OS_" + whose + "_DOMAIN_NAME").map(Identifier::byName))
        .or(() -> first(null, "OS_DEFAULT_DOMAIN_ID", "OS_DEFAULT_DOMAIN").map(Identifier::byId))
        .or(() -> get("OS_DEFAULT_DOMAIN_NAME").map(Identifier::byName))
        .orElseGet(() -> Identifier.byId("default"));
  }

  private static String interfaceName(Optional<String> said) {
    String name = said.orElse("public").toLowerCase(Locale.ROOT).replaceAll("url$", "");
    return switch (name) {
      case "public", "internal", "admin" -> name;
      default ->
          throw StopException.badInput(
              "There is no interface " + said.orElse("") + ".",
              "Say public, internal or admin, with --os-interface or OS_INTERFACE.");
    };
  }

  private boolean truth(String name) {
    return get(name).filter(v -> v.matches("(?i)1|true|yes|on")).isPresent();
  }

  private Optional<String> first(String override, String... names) {
    return Optional.ofNullable(override)
        .or(() -> Arrays.stream(names).flatMap(name -> get(name).stream()).findFirst());
  }

  private String required(String name) {
    return get(name).orElseThrow(() -> missing(name));
  }

  private static StopException missing(String name) {
    return StopException.badInput(
        name + " is not set.", "Source the openrc file of the new cloud, then run this again.");
  }

  private Optional<String> get(String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
  }
}
