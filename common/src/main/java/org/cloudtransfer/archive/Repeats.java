package org.cloudtransfer.archive;

/**
 * Makes one text of equal ones that come again soon: most of what a million rules hold are the same
 * few words, projects and groups. Forgets rather than grows.
 */
final class Repeats {
  private static final int SLOTS = 1 << 16;

  private final String[] seen = new String[SLOTS];

  /** A text equal to the given one; null for null. */
  String one(String text) {
    if (text == null) {
      return null;
    }
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    if (!text.equals(seen[slot])) {
      seen[slot] = text;
    }
    return seen[slot];
  }
}
