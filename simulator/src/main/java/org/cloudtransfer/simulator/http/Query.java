package org.cloudtransfer.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The query part of a URL, decoded; a name may have several values, in the order sent. */
public record Query(Map<String, List<String>> values) {

  /** The query of a raw query string, which may be null. */
  public static Query of(String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        add(values, pair);
      }
    }
    return new Query(values);
  }

  private static void add(Map<String, List<String>> values, String pair) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    values.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  /** The first value. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All values; none if the name was not sent. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The names sent. */
  public Set<String> names() {
    return values.keySet();
  }
}
