package org.cloudtransfer.source;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row as read.
 *
 * @param defect why it cannot go into the archive, or empty
 * @param change what it was in the source, if it goes into the archive as something else
 */
record Reading<R>(R row, Optional<String> defect, Optional<String> change) {

  static <R> Reading<R> of(R row, Stream<String> defects) {
    return new Reading<>(row, defects.findFirst(), Optional.empty());
  }

  /** A defect if a value is NULL or empty that the row cannot be named or replayed without. */
  static Stream<String> unlessGiven(String value, String column) {
    return value == null || value.isEmpty() ? Stream.of("it has no " + column) : Stream.empty();
  }
}
