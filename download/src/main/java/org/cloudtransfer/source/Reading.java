package org.cloudtransfer.source;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row as read.
 *
 * @param defect why it cannot go into the archive, or empty
 */
record Reading<R>(R row, Optional<String> defect) {

  static <R> Reading<R> of(R row, Stream<String> defects) {
    return new Reading<>(row, defects.findFirst());
  }

  /** A defect if a value is NULL or empty that the row cannot be named or replayed without. */
  static Stream<String> unlessGiven(String value, String column) {
    return value == null || value.isEmpty() ? Stream.of("it has no " + column) : Stream.empty();
  }
}
