package org.cloudtransfer.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.database.Dialect;

/** A part of a WHERE clause with the values of its parameters. */
record Condition(String sql, List<List<String>> parameters) {

  /** Holds if a column has one of these values; holds always if nothing is asked for. */
  static Condition oneOf(Dialect dialect, String column, Optional<Set<String>> values) {
    return values
        .map(set -> new Condition(dialect.oneOf(column), List.of(List.copyOf(set))))
        .orElse(new Condition("TRUE", List.of()));
  }
}
