package org.cloudtransfer.upload.cloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cloudtransfer.cli.StopException;
import org.openstack4j.model.identity.v3.Endpoint;
import org.openstack4j.openstack.identity.v3.domain.KeystoneService;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/** Finds the endpoints of services in a token's catalog, by region and interface. */
final class Catalog {
  private final KeystoneToken token;
  private final Credentials credentials;

  Catalog(KeystoneToken token, Credentials credentials) {
    this.token = token;
    this.credentials = credentials;
  }

  /**
   * The versioned base URL of a service, without a slash at the end.
   *
   * @throws StopException naming what the catalog has instead
   */
  URI endpoint(Service service) {
    URI said = credentials.endpoints().get(service);
    if (said != null) {
      return URI.create(versioned(service, said.toString().replaceAll("/+$", "")));
    }
    if (service == Service.IDENTITY) {
      return URI.create(credentials.authUrl());
    }
    List<? extends Endpoint> fitting =
        service.types().stream()
            .map(type -> endpoints(type).filter(this::matches).toList())
            .filter(endpoints -> !endpoints.isEmpty())
            .findFirst()
            .orElseThrow(() -> notFound(service));
    requireOneRegion(service, fitting);
    String url = fitting.get(0).getUrl().toString();
    return uri(service, versioned(service, url.replaceAll("/+$", "")));
  }

  private static URI uri(Service service, String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw StopException.badInput(
          "The catalog's endpoint of the service "
              + service.types().get(0)
              + " is no URL: "
              + url
              + ".",
          "Have it corrected: `openstack endpoint list` shows it.");
    }
  }

  private static void requireOneRegion(Service service, List<? extends Endpoint> fitting) {
    Set<String> regions = new TreeSet<>();
    fitting.forEach(endpoint -> regions.add(String.valueOf(endpoint.getRegion())));
    if (regions.size() > 1) {
      throw StopException.badInput(
          "The service "
              + service.types().get(0)
              + " is in several regions: "
              + String.join(", ", regions)
              + ".",
          "Say which one is meant, with --os-region-name or OS_REGION_NAME.");
    }
  }

  /** What identifies the cloud, and its region if it has several, however it is reached. */
  String identity() {
    String keystone =
        services()
            .filter(service -> "identity".equals(service.getType()))
            .map(KeystoneService::getId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(credentials.authUrl());
    boolean several =
        services().flatMap(Catalog::endpoints).map(Endpoint::getRegion).distinct().count() > 1;
    return several ? keystone + "/" + credentials.region() : keystone;
  }

  private Stream<? extends KeystoneService> services() {
    List<? extends KeystoneService> catalog = token.getCatalog();
    return catalog == null ? Stream.empty() : catalog.stream().filter(Objects::nonNull);
  }

  private Stream<? extends Endpoint> endpoints(String type) {
    return services()
        .filter(service -> type.equals(service.getType()))
        .flatMap(Catalog::endpoints)
        .filter(endpoint -> endpoint.getUrl() != null);
  }

  private static Stream<? extends Endpoint> endpoints(KeystoneService service) {
    return service.getEndpoints() == null
        ? Stream.empty()
        : service.getEndpoints().stream().filter(Objects::nonNull);
  }

  private boolean matches(Endpoint endpoint) {
    boolean region =
        credentials.region() == null
            || credentials.region().equals(endpoint.getRegion())
            || credentials.region().equals(endpoint.getRegionId());
    return region && interfaceOf(endpoint).equals(credentials.interfaceName());
  }

  private static String interfaceOf(Endpoint endpoint) {
    return endpoint.getIface() == null ? "" : endpoint.getIface().name().toLowerCase(Locale.ROOT);
  }

  /** Endpoints are registered with a version or without; we add the one we speak. */
  private String versioned(Service service, String url) {
    return switch (service) {
      case IDENTITY -> url.replaceFirst("/v(2\\.0|3)$", "") + "/v3";
      case COMPUTE ->
          url.matches(".*/v2(/.*)?")
              ? url.replaceFirst("/v2(?=/|$)", "/v2.1")
              : url.contains("/v2.1") ? url : url + "/v2.1";
      case NETWORK -> url.endsWith("/v2.0") ? url : url + "/v2.0";
      case VOLUME ->
          url.matches(".*/v[23]/.+") ? url : url.replaceFirst("/v1(/.*)?$|/v[23]$", "") + volume();
    };
  }

  private String volume() {
    if (token.getProject() == null || token.getProject().getId() == null) {
      throw StopException.badInput(
          "The log-in is for no project, and Cinder's address needs one.",
          "Set OS_PROJECT_NAME, or leave --cinder-quotas out of the selection.");
    }
    return "/v3/" + token.getProject().getId();
  }

  private StopException notFound(Service service) {
    TreeSet<String> there = new TreeSet<>();
    service.types().stream()
        .flatMap(this::endpoints)
        .forEach(e -> there.add(e.getRegion() + " (" + interfaceOf(e) + ")"));
    String instead =
        there.isEmpty() ? "has no such service" : "has it in " + String.join(", ", there);
    return StopException.badInput(
        "No "
            + credentials.interfaceName()
            + " endpoint of the service "
            + String.join(" or ", service.types())
            + (credentials.region() == null ? "" : " in region " + credentials.region())
            + ": the catalog "
            + instead
            + ".",
        "Correct OS_REGION_NAME or OS_INTERFACE, or leave that kind out of the selection.");
  }
}
