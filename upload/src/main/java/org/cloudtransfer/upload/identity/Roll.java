package org.cloudtransfer.upload.identity;

import java.util.List;

/**
 * Accounts of the target, from which the reader of a report chooses by name.
 *
 * @param gaps who is not among them and why, in sentences
 */
public record Roll(List<Entry> entries, List<String> gaps) {
  /** Of nobody, for nobody is to be chosen. */
  public static final Roll EMPTY = new Roll(List.of(), List.of());

  public Roll {
    entries = List.copyOf(entries);
    gaps = List.copyOf(gaps);
  }

  /**
   * A user or project.
   *
   * @param domain its name
   */
  public record Entry(String id, String name, String domain) {}
}
