package org.cloudtransfer.simulator;

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

/** A plain HTTP client with a token; JSON bodies may be written with single quotes. */
final class Client {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What came back. */
  record Answer(int status, String text, HttpHeaders headers) {
    JsonNode body() {
      return tree(text);
    }

    JsonNode at(String pointer) {
      return body().at(pointer);
    }

    /** The message of an error of any of the services. */
    String message() {
      return body().findPath("message").asText();
    }

    /** The kind of an error of neutron. */
    String type() {
      return body().findPath("type").asText();
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final String url;
  private final String token;
  private final String version;

  private Client(String url, String token, String version) {
    this.url = url;
    this.token = token;
    this.version = version;
  }

  static Client anonymous(Simulator simulator) {
    return new Client(simulator.url(), "", "");
  }

  static Client admin(Simulator simulator) {
    return of(simulator, "admin", "adminsecret", "Default", simulator.adminProject().id());
  }

  static Client of(
      Simulator simulator, String user, String password, String domain, String projectId) {
    String body =
        """
        {'auth': {'identity': {'methods': ['password'], 'password': {'user': {'name': '%s',
          'domain': {'name': '%s'}, 'password': '%s'}}}, 'scope': {'project': {'id': '%s'}}}}"""
            .formatted(user, domain, password, projectId);
    Answer answer = anonymous(simulator).post("/identity/v3/auth/tokens", body);
    return new Client(simulator.url(), answer.header("X-Subject-Token"), "");
  }

  Client with(String otherToken) {
    return new Client(url, otherToken, version);
  }

  /** The same, asking nova for a microversion. */
  Client version(String microversion) {
    return new Client(url, token, microversion);
  }

  String token() {
    return token;
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer get(String path, String header, String value) {
    return send(request(path).header(header, value).GET());
  }

  Answer post(String path, String json) {
    return send(request(path).POST(BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  Answer put(String path, String json) {
    return send(request(path).PUT(BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer delete(String path, String header, String value) {
    return send(request(path).header(header, value).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path));
    if (!token.isEmpty()) {
      builder.header("X-Auth-Token", token);
    }
    if (!version.isEmpty()) {
      builder.header("OpenStack-API-Version", "compute " + version);
    }
    return builder;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode tree(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
