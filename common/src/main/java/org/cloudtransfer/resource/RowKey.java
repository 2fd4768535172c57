package org.cloudtransfer.resource;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Names one row of the archive for good: in the journal, in the report, on the screen.
 *
 * @param table the {@linkplain Table#name() table} that holds the row
 * @param parts the values of the key columns, in column order; an absent value (a project-wide
 *     quota has no user) is the empty string
 */
public record RowKey(String table, List<String> parts) {
  public RowKey {
    parts = List.copyOf(parts);
  }

  public static RowKey of(String table, String... parts) {
    String[] present = parts.clone();
    for (int i = 0; i < present.length; i++) {
      present[i] = present[i] == null ? "" : present[i];
    }
    return new RowKey(table, List.of(present));
  }

  /** The parts as a person reads them; empty parts are left out. */
  @Override
  public String toString() {
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" / "));
  }
}
