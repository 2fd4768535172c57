package org.cloudtransfer.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.PythonText;
import org.cloudtransfer.simulator.http.Query;
import org.cloudtransfer.simulator.http.Reply;

/** Filtering, sorting, paging and cutting down to fields, alike for all collections. */
final class Listing {
  private static final Set<String> NO_FILTERS =
      Set.of("fields", "sort_key", "sort_dir", "limit", "marker", "page_reverse");
  private static final Set<String> TAG_FILTERS =
      Set.of("tags", "tags-any", "not-tags", "not-tags-any");

  private final String collection;

  /** What neutron has of a resource but does not filter by. */
  private static final Set<String> UNFILTERED = Set.of("stateful", "security_group_rules");

  private final Set<String> attributes;
  private final boolean strict;

  /**
   * @param collection plural, for example {@code security_groups}
   */
  Listing(String collection, Set<String> attributes, Profile profile) {
    this.collection = collection;
    this.attributes = new TreeSet<>(attributes);
    this.attributes.removeAll(UNFILTERED);
    this.strict = profile.since(Profile.TRAIN);
  }

  Reply reply(NeutronCall call, List<ObjectNode> all) {
    checkFilters(call.query());
    List<ObjectNode> found = new ArrayList<>(all);
    found.removeIf(item -> !fits(call.query(), item));
    sort(call.query(), found);
    int limit = limit(call.query());
    List<ObjectNode> page = limit == 0 ? found : page(call.query(), found, limit);
    ObjectNode body = Json.object();
    ArrayNode array = body.putArray(collection);
    page.forEach(item -> array.add(cut(call.query(), item)));
    if (limit > 0) {
      body.set(collection + "_links", links(call, page, limit));
    }
    return Reply.json(200, body);
  }

  /** One item, cut down to the fields asked for. */
  static ObjectNode cut(Query query, ObjectNode item) {
    List<String> fields = query.all("fields");
    return fields.isEmpty() ? item : item.deepCopy().retain(fields);
  }

  private void checkFilters(Query query) {
    Set<String> unknown = new TreeSet<>(query.names());
    unknown.removeAll(NO_FILTERS);
    unknown.removeAll(TAG_FILTERS);
    unknown.removeAll(attributes);
    if (strict && !unknown.isEmpty()) {
      String list = PythonText.list(unknown);
      throw NeutronFault.badRequest("[%s] is invalid attribute for filtering".formatted(list));
    }
  }

  /** Several values of one name are alternatives, several names must all fit. */
  private boolean fits(Query query, ObjectNode item) {
    return query.names().stream()
            .filter(name -> attributes.contains(name) && !name.equals("tags"))
            .allMatch(name -> query.all(name).stream().anyMatch(v -> isValue(item.path(name), v)))
        && query.first("tags").map(tags -> hasTags(item, tags)).orElse(true);
  }

  private static boolean isValue(JsonNode value, String text) {
    return value.isBoolean() ? value.asText().equalsIgnoreCase(text) : value.asText().equals(text);
  }

  private static boolean hasTags(ObjectNode item, String tags) {
    List<String> present = new ArrayList<>();
    item.path("tags").forEach(tag -> present.add(tag.asText()));
    return present.containsAll(List.of(tags.split(",")));
  }

  private void sort(Query query, List<ObjectNode> items) {
    List<String> keys = query.all("sort_key");
    List<String> directions = query.all("sort_dir");
    if (keys.size() != directions.size()) {
      throw NeutronFault.badRequest("The number of sort_keys and sort_dirs must be same");
    }
    items.sort(by("id", "asc"));
    for (int i = keys.size() - 1; i >= 0; i--) {
      checkSortKey(keys.get(i));
      items.sort(by(keys.get(i), directions.get(i)));
    }
  }

  private void checkSortKey(String key) {
    if (!attributes.contains(key)) {
      throw NeutronFault.badRequest("['%s'] is invalid attribute for sort_keys".formatted(key));
    }
  }

  private static Comparator<ObjectNode> by(String key, String direction) {
    Comparator<ObjectNode> order = Comparator.comparing(item -> item.path(key).asText());
    return direction.equals("desc") ? order.reversed() : order;
  }

  private static int limit(Query query) {
    String text = query.first("limit").orElse("0");
    if (!text.matches("\\d{1,9}")) {
      String problem = "Limit must be an integer 0 or greater and not '%s'".formatted(text);
      throw NeutronFault.of(400, "BadRequest", "Bad limit request: " + problem + ".");
    }
    return Integer.parseInt(text);
  }

  private List<ObjectNode> page(Query query, List<ObjectNode> items, int limit) {
    boolean backwards = isReverse(query);
    List<ObjectNode> ordered = new ArrayList<>(items);
    if (backwards) {
      Collections.reverse(ordered);
    }
    int start = query.first("marker").map(m -> after(ordered, m)).orElse(0);
    List<ObjectNode> page =
        new ArrayList<>(ordered.subList(start, Math.min(start + limit, ordered.size())));
    if (backwards) {
      Collections.reverse(page);
    }
    return page;
  }

  private static boolean isReverse(Query query) {
    return query.first("page_reverse").map(Boolean::parseBoolean).orElse(false);
  }

  private static int after(List<ObjectNode> items, String marker) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).path("id").asText().equals(marker)) {
        return i + 1;
      }
    }
    return 0; // as neutron does
  }

  private ArrayNode links(NeutronCall call, List<ObjectNode> page, int limit) {
    boolean backwards = isReverse(call.query());
    ArrayNode links = Json.array();
    if (page.size() >= limit || backwards) {
      links.addObject().put("rel", "next").put("href", href(call, page, false));
    }
    if (page.size() >= limit || !backwards) {
      links.addObject().put("rel", "previous").put("href", href(call, page, true));
    }
    return links;
  }

  private String href(NeutronCall call, List<ObjectNode> page, boolean backwards) {
    StringBuilder href = new StringBuilder(call.call().request().base());
    href.append("/v2.0/").append(collection.replace('_', '-')).append('?');
    for (String name : call.query().names()) {
      if (!name.equals("marker") && !name.equals("page_reverse")) {
        call.query().all(name).forEach(value -> href.append(pair(name, value)).append('&'));
      }
    }
    marker(page, backwards).ifPresent(id -> href.append(pair("marker", id)).append('&'));
    return backwards ? href + "page_reverse=True" : href.substring(0, href.length() - 1);
  }

  private static Optional<String> marker(List<ObjectNode> page, boolean first) {
    return page.isEmpty()
        ? Optional.empty()
        : Optional.of(page.get(first ? 0 : page.size() - 1).path("id").asText());
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
