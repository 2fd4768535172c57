package org.cloudtransfer.database;

import java.util.List;

/**
 * A SELECT with the values of its parameters; a {@code ?} in it is always one of these.
 *
 * @param parameters in the order of the {@code ?}, a {@code String} each, or a {@code List<String>}
 *     for {@link Dialect#oneOf}
 */
public record Query(String sql, List<?> parameters) {
  public Query {
    parameters = List.copyOf(parameters);
  }

  public static Query of(String sql) {
    return new Query(sql, List.of());
  }
}
