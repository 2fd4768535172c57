package org.cloudtransfer.dist.packed.advisories;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The database of open-source vulnerabilities; it wants no account. */
final class Osv {
  static final URI PUBLIC = URI.create("https://api.osv.dev/");

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();
  private final URI base;

  Osv(URI base) {
    this.base = base;
  }

  /** All that is known of packages, of whatever version, today. */
  Snapshot snapshot(List<String> packages, LocalDate today) throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    Map<String, String> pages = new TreeMap<>();
    packages.forEach(name -> pages.put(name, ""));
    while (!pages.isEmpty()) {
      ask(pages, ids);
    }
    List<Advisory> advisories = new ArrayList<>();
    for (String id : ids) {
      Advisory advisory = JSON.treeToValue(call(get("v1/vulns/" + id)), Advisory.class);
      if (advisory.withdrawn() == null) {
        advisories.add(advisory.about(packages));
      }
    }
    return new Snapshot(today.toString(), base.toString(), packages, advisories);
  }

  /**
   * @param pages by package, the page to ask for; afterwards the pages that are still to come
   */
  private void ask(Map<String, String> pages, TreeSet<String> ids) throws IOException {
    List<String> names = List.copyOf(pages.keySet());
    ObjectNode body = JSON.createObjectNode();
    ArrayNode queries = body.putArray("queries");
    names.forEach(name -> query(queries.addObject(), name, pages.get(name)));
    JsonNode results = call(post("v1/querybatch", body)).path("results");
    if (results.size() != names.size()) {
      throw new IOException(names.size() + " questions got " + results.size() + " answers");
    }
    for (int i = 0; i < names.size(); i++) {
      results.get(i).path("vulns").forEach(found -> ids.add(found.path("id").asText()));
      String next = results.get(i).path("next_page_token").asText("");
      if (next.isEmpty()) {
        pages.remove(names.get(i));
      } else {
        pages.put(names.get(i), next);
      }
    }
  }

  private static void query(ObjectNode query, String name, String page) {
    query.putObject("package").put("ecosystem", "Maven").put("name", name);
    if (!page.isEmpty()) {
      query.put("page_token", page);
    }
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
  }

  private HttpRequest post(String path, JsonNode body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private JsonNode call(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(request.uri() + " answered " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
