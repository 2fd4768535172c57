package org.cloudtransfer.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which handler answers which method and path. Templates are paths with variables in braces; the
 * first that fits wins.
 */
public final class Routes {
  private record Route(String method, String[] template, Function<Call, Reply> handler) {}

  private final List<Route> routes = new ArrayList<>();

  /** Adds a route. */
  public Routes on(String method, String template, Function<Call, Reply> handler) {
    routes.add(new Route(method, segments(template), handler));
    return this;
  }

  /**
   * Answers by the route that fits, refusals included.
   *
   * @return empty if there is no such path or method
   */
  public Optional<Reply> answer(Request request) {
    String[] path = segments(request.path());
    for (Route route : routes) {
      Optional<Map<String, String>> variables = variables(route.template(), path);
      if (variables.isPresent() && route.method().equals(request.method())) {
        return Optional.of(handled(route, new Call(request, variables.get())));
      }
    }
    return Optional.empty();
  }

  private static Reply handled(Route route, Call call) {
    try {
      return route.handler().apply(call);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private static String[] segments(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.split("/", -1);
  }

  private static Optional<Map<String, String>> variables(String[] template, String[] path) {
    if (template.length != path.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{")) {
        variables.put(template[i].substring(1, template[i].length() - 1), decoded(path[i]));
      } else if (!template[i].equals(path[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }
}
