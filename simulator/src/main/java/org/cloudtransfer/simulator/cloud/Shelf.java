package org.cloudtransfer.simulator.cloud;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Things by ID, in the order in which they came, with indexes. Not thread-safe: its state is the
 * monitor.
 */
final class Shelf<T> {
  private final Function<T, String> id;
  private final Map<String, T> things = new LinkedHashMap<>();
  private final Map<String, Index<T>> indexes = new HashMap<>();

  private record Index<T>(Function<T, String> key, Map<String, Map<String, T>> things) {
    Map<String, T> of(String value) {
      return things.computeIfAbsent(value, v -> new LinkedHashMap<>());
    }
  }

  Shelf(Function<T, String> id) {
    this.id = id;
  }

  void index(String name, Function<T, String> key) {
    indexes.put(name, new Index<>(key, new HashMap<>()));
  }

  /** Keeps a thing; one of the same ID is replaced in its place, and must have the same keys. */
  void put(T thing) {
    things.put(id.apply(thing), thing);
    indexes.values().forEach(i -> i.of(i.key().apply(thing)).put(id.apply(thing), thing));
  }

  Optional<T> remove(String key) {
    T thing = things.remove(key);
    if (thing != null) {
      indexes.values().forEach(i -> i.of(i.key().apply(thing)).remove(key));
    }
    return Optional.ofNullable(thing);
  }

  Optional<T> get(String key) {
    return Optional.ofNullable(things.get(key));
  }

  List<T> all() {
    return List.copyOf(things.values());
  }

  List<T> by(String index, String value) {
    Collection<T> found = indexes.get(index).of(value).values();
    return List.copyOf(found);
  }

  int count(String index, String value) {
    return indexes.get(index).of(value).size();
  }
}
