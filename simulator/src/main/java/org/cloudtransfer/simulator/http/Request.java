package org.cloudtransfer.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a service sees it.
 *
 * @param path raw (still percent-encoded) and below the service's own prefix
 * @param headers by lower-case name
 * @param text the body, "" if none
 * @param base scheme, host and port that the client used, and the service's prefix
 */
public record Request(
    String method,
    String path,
    Query query,
    Map<String, String> headers,
    String text,
    String base) {

  /** A header by name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The body as a tree; empty if it is none. */
  public Optional<JsonNode> json() {
    return Json.parse(text);
  }

  /** The same request with {@code prefix} moved from the path to the base. */
  public Request below(String prefix) {
    return new Request(
        method, path.substring(prefix.length()), query, headers, text, base + prefix);
  }

  /** The same request with another path. */
  public Request at(String otherPath) {
    return new Request(method, otherPath, query, headers, text, base);
  }

  /** Scheme, host and port that the client used. */
  public String root() {
    int path = base.indexOf('/', base.indexOf("://") + 3);
    return path < 0 ? base : base.substring(0, path);
  }
}
