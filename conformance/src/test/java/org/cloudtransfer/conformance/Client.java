package org.cloudtransfer.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A plain HTTP client of one account: it sends what it is told and tells what came back. Knows
 * nothing of the programs under test. JSON may be written with single quotes.
 */
final class Client {
  static final String IDENTITY = "identity";
  static final String COMPUTE = "compute";
  static final String NETWORK = "network";
  static final String VOLUME = "volumev3";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** What came back. */
  record Answer(int status, JsonNode body, String text, HttpHeaders headers) {
    JsonNode at(String pointer) {
      return body.at(pointer);
    }

    /** The message of an error of any of the services. */
    String message() {
      return body.findPath("message").asText();
    }

    /** What neutron calls the type of an error, and the others use as the name of its object. */
    String error() {
      JsonNode neutron = body.path("NeutronError");
      if (neutron.isObject()) {
        return neutron.path("type").asText();
      }
      return body.fieldNames().hasNext() ? body.fieldNames().next() : "";
    }

    /** Status and kind of error in one, for comparing. */
    String refusal() {
      return status + " " + error();
    }

    Answer orFail() {
      if (status >= 300) {
        throw new AssertionError(status + " " + text);
      }
      return this;
    }
  }

  private final Map<String, String> endpoints;
  private final String token;
  private final String version;

  private Client(Map<String, String> endpoints, String token, String version) {
    this.endpoints = endpoints;
    this.token = token;
    this.version = version;
  }

  /** Logs in with a password, in a project given by its ID. */
  static Client login(
      String authUrl, String user, String password, String domain, String projectId) {
    String body =
        """
        {'auth': {'identity': {'methods': ['password'], 'password': {'user': {'name': '%s',
          'domain': {'name': '%s'}, 'password': '%s'}}}, 'scope': {'project': {'id': '%s'}}}}\
        """
            .formatted(user, domain, password, projectId);
    return login(authUrl, body);
  }

  static Client login(String authUrl, String body) {
    Client anonymous = new Client(Map.of(IDENTITY, authUrl), "", "");
    Answer answer = anonymous.post(IDENTITY, "/auth/tokens", body).orFail();
    Map<String, String> endpoints = new HashMap<>(Map.of(IDENTITY, authUrl));
    for (JsonNode service : answer.at("/token/catalog")) {
      for (JsonNode endpoint : service.path("endpoints")) {
        String suffix = service.path("type").asText().equals(NETWORK) ? "/v2.0" : "";
        if (endpoint.path("interface").asText().equals("public")) {
          endpoints.putIfAbsent(
              service.path("type").asText(), endpoint.path("url").asText() + suffix);
        }
      }
    }
    endpoints.computeIfAbsent(VOLUME, v3 -> blockStorage(answer, endpoints));
    String token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
    return new Client(endpoints, token, "");
  }

  /** Of late Cinder is registered as this, and without the project in its URL. */
  private static String blockStorage(Answer token, Map<String, String> endpoints) {
    return endpoints.get("block-storage") + "/" + token.at("/token/project/id").asText();
  }

  /** The same with another token. */
  Client with(String otherToken) {
    return new Client(endpoints, otherToken, version);
  }

  /** The same, asking nova for a microversion. */
  Client version(String microversion) {
    return new Client(endpoints, token, microversion);
  }

  String token() {
    return token;
  }

  /** Where a service is, without a slash at the end. */
  String endpoint(String service) {
    return endpoints.get(service);
  }

  Answer get(String service, String path) {
    return send(request(service, path).GET());
  }

  Answer post(String service, String path, String json) {
    return send(request(service, path).POST(BodyPublishers.ofString(quoted(json))));
  }

  Answer post(String service, String path, JsonNode json) {
    return send(request(service, path).POST(BodyPublishers.ofString(json.toString())));
  }

  Answer put(String service, String path, String json) {
    return send(request(service, path).PUT(BodyPublishers.ofString(quoted(json))));
  }

  Answer delete(String service, String path) {
    return send(request(service, path).DELETE());
  }

  /** Revokes this client's own token. */
  Answer logOut() {
    return send(request(IDENTITY, "/auth/tokens").header("X-Subject-Token", token).DELETE());
  }

  private HttpRequest.Builder request(String service, String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(endpoints.get(service) + path))
            .timeout(Duration.ofSeconds(120));
    if (!token.isEmpty()) {
      builder.header("X-Auth-Token", token);
    }
    if (!version.isEmpty() && service.equals(COMPUTE)) {
      builder.header("OpenStack-API-Version", "compute " + version);
    }
    return builder.header("Content-Type", "application/json").header("Accept", "application/json");
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      String text = response.body();
      return new Answer(response.statusCode(), tree(text), text, response.headers());
    } catch (IOException e) {
      return chunkedNothing(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A 204 behind uwsgi's router says {@code Transfer-Encoding: chunked} where keystone gave no
   * length, and the JDK does not forgive that.
   */
  private static Answer chunkedNothing(IOException e) {
    if (String.valueOf(e.getMessage()).endsWith("with 204 response")) {
      HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
      return new Answer(204, MissingNode.getInstance(), "", none);
    }
    throw new UncheckedIOException(e);
  }

  /** Anything that is not JSON (a page, nothing at all) is no body. */
  private static JsonNode tree(String text) {
    try {
      return text.startsWith("{") || text.startsWith("[")
          ? MAPPER.readTree(text)
          : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
