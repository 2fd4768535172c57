package org.cloudtransfer.upload.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.NoReplyException;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;

/**
 * A list of Keystone, read to its end or as far as Keystone lets us.
 *
 * <p>Keystone may cut a list at {@code list_limit} and mark it as truncated. Since 2025.1 it cuts
 * at {@code max_db_limit}, too, which is 1,000: unmarked, if the request has no limit (keystone 27:
 * identity/backends/sql.py, list_users), and goes on after a {@code marker}. A directory's driver
 * and older releases know no marker and begin again.
 *
 * @param gap why this is not all
 */
record Listing(List<JsonNode> items, Optional<String> gap) {
  private static final int PAGE = 1000;

  /** A list of another length was not cut, for limits are round numbers. */
  private static final int ROUND = 100;

  Listing {
    items = List.copyOf(items);
  }

  /**
   * Reads it.
   *
   * @param most how many are wanted
   */
  static Listing read(Cloud cloud, Request all, String member, int most) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    Request next = all;
    boolean wasCut = false;
    while (true) {
      Reply reply;
      try {
        reply = cloud.readingOnce(next);
      } catch (NoReplyException e) {
        return cut(items, most, "there was no answer (" + e.getMessage() + ")");
      }
      JsonNode page = reply.body().path(member);
      if (!reply.ok() || !page.isArray()) {
        return cut(items, most, refusal(reply));
      }
      int before = items.size();
      page.forEach(item -> items.putIfAbsent(item.path("id").asText(), item));
      if (items.size() > most) {
        return cut(items, most, "more would be too much for one page");
      }
      if (items.size() == before) {
        return wasCut && !page.isEmpty()
            ? cut(items, most, "Keystone cuts its lists short (list_limit)")
            : whole(items);
      }
      wasCut = reply.body().path("truncated").asBoolean();
      if (!wasCut && page.size() % ROUND != 0) {
        return whole(items);
      }
      String last = page.get(page.size() - 1).path("id").asText();
      next = all.with("limit", String.valueOf(PAGE)).with("marker", last);
    }
  }

  private static String refusal(Reply reply) {
    return reply.status() == 403
        ? "this account may not list them"
        : "Keystone answered " + reply.fault();
  }

  private static Listing whole(Map<String, JsonNode> items) {
    return new Listing(List.copyOf(items.values()), Optional.empty());
  }

  private static Listing cut(Map<String, JsonNode> items, int most, String why) {
    return new Listing(items.values().stream().limit(most).toList(), Optional.of(why));
  }
}
