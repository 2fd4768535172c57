package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;

/**
 * Whole lists of Neutron, which cuts them into pages, unasked, where {@code pagination_max_limit}
 * is set (neutron, api/api_common.py: get_limit_and_marker).
 */
final class Pages {
  private Pages() {}

  /**
   * All items of a list, each once.
   *
   * @param member the name of the list in an answer
   * @throws StopException if it does not end
   */
  static List<JsonNode> all(Cloud cloud, Request list, String member) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    JsonNode page = cloud.readWhole(list, member);
    while (true) {
      int before = items.size();
      String last = "";
      for (JsonNode item : page.path(member)) {
        last = item.path("id").asText();
        items.put(last, item);
      }
      if (!hasNext(page, member)) {
        return List.copyOf(items.values());
      }
      requireNew(items.size() > before, list);
      page = cloud.readWhole(list.with("marker", last), member);
    }
  }

  private static void requireNew(boolean some, Request list) {
    if (!some) {
      throw StopException.unreachable(
          "The target's list of "
              + list.path().get(0).replace('-', ' ')
              + " does not end: a page repeats the one before.",
          "Check the Neutron behind that endpoint, and what stands between it and this machine.",
          null);
    }
  }

  private static boolean hasNext(JsonNode page, String member) {
    for (JsonNode link : page.path(member + "_links")) {
      if (link.path("rel").asText().equals("next") && page.path(member).size() > 0) {
        return true;
      }
    }
    return false;
  }
}
