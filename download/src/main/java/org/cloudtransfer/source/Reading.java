package org.cloudtransfer.source;

import java.util.Optional;

/**
 * A row as read.
 *
 * @param defect why it cannot go into the archive, or empty
 * @param change what it was in the source, if it goes into the archive as something else
 */
record Reading<R>(R row, Optional<String> defect, Optional<String> change) {

  /** With the first of some possible defects. */
  @SafeVarargs
  static <R> Reading<R> of(R row, Optional<String>... defects) {
    return changed(row, Optional.empty(), defects);
  }

  /** The same of a row that was something else in the source. */
  @SafeVarargs
  static <R> Reading<R> changed(R row, Optional<String> change, Optional<String>... defects) {
    for (Optional<String> defect : defects) {
      if (defect.isPresent()) {
        return new Reading<>(row, defect, change);
      }
    }
    return new Reading<>(row, Optional.empty(), change);
  }

  /** A defect if a value is NULL or empty that the row cannot be named or replayed without. */
  static Optional<String> unlessGiven(String value, String column) {
    return value == null || value.isEmpty() ? Optional.of("it has no " + column) : Optional.empty();
  }
}
