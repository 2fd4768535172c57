package org.cloudtransfer.upload.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to a service of the target, as a value.
 *
 * @param path segments below the service's endpoint, not encoded
 * @param query names and values by turns, not encoded
 * @param body null for none
 * @param microversion of Nova, e.g. {@code 2.10}; null for the base version
 */
public record Request(
    Method method,
    Service service,
    List<String> path,
    List<String> query,
    JsonNode body,
    String microversion) {
  public Request {
    path = List.copyOf(path);
    query = List.copyOf(query);
  }

  /** The verbs that the services use. */
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  public static Request get(Service service, String... path) {
    return new Request(Method.GET, service, List.of(path), List.of(), null, null);
  }

  public static Request post(Service service, JsonNode body, String... path) {
    return new Request(Method.POST, service, List.of(path), List.of(), body, null);
  }

  public static Request put(Service service, JsonNode body, String... path) {
    return new Request(Method.PUT, service, List.of(path), List.of(), body, null);
  }

  public static Request delete(Service service, String... path) {
    return new Request(Method.DELETE, service, List.of(path), List.of(), null, null);
  }

  /** With one more query parameter; repeating a name is fine. */
  public Request with(String name, String value) {
    List<String> longer = new ArrayList<>(query);
    longer.add(name);
    longer.add(value);
    return new Request(method, service, path, longer, body, microversion);
  }

  public Request at(String version) {
    return new Request(method, service, path, query, body, version);
  }

  /**
   * Whether sending it twice leaves what sending it once does: everything but POST, for a quota set
   * is put as it should be and what is deleted stays deleted.
   */
  public boolean repeatable() {
    return method != Method.POST;
  }
}
