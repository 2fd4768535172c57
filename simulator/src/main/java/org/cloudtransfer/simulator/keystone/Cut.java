package org.cloudtransfer.simulator.keystone;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cloudtransfer.simulator.http.Query;

/**
 * How much of a list Keystone shows.
 *
 * @param listLimit how many at most, and marked; 0 for all
 * @param paged whether a request may say {@code limit} and {@code marker}, and one that does not is
 *     given a thousand without a mark, as since 2025.1
 */
public record Cut(int listLimit, boolean paged) {
  private static final int MAX_DB_LIMIT = 1000;

  /** What is shown of a list, and whether it says that there is more. */
  record Page<T>(List<T> things, boolean truncated) {
    Page {
      things = List.copyOf(things);
    }
  }

  /** Of what is in the database. */
  <T> Page<T> table(List<T> all, Function<T, String> id, Query query) {
    if (!paged) {
      return marked(all, listLimit);
    }
    String marker = query.first("marker").orElse("");
    int limit = limit(query);
    List<T> page =
        all.stream()
            .sorted(Comparator.comparing(id))
            .filter(thing -> id.apply(thing).compareTo(marker) > 0)
            .limit(limit > 0 ? limit : MAX_DB_LIMIT)
            .toList();
    return new Page<>(page, limit > 0 && page.size() >= limit);
  }

  /** Of what a directory's server sends: its driver knows no marker. */
  <T> Page<T> directory(List<T> all, Query query) {
    return marked(all, paged ? limit(query) : listLimit);
  }

  private int limit(Query query) {
    Optional<Integer> asked = query.first("limit").map(Integer::valueOf);
    return asked.map(limit -> Math.min(limit, MAX_DB_LIMIT)).orElse(listLimit);
  }

  private static <T> Page<T> marked(List<T> all, int limit) {
    boolean truncated = limit > 0 && all.size() > limit;
    return new Page<>(truncated ? all.subList(0, limit) : all, truncated);
  }
}
