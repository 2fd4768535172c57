package org.cloudtransfer.reliability;

import java.util.List;

/**
 * Runs that are killed one after the other, and one that finishes.
 *
 * @param part of the table, e.g. {@code request: before the effect}
 */
record Case(String part, String name, List<Kill> kills, int workers) {
  Case {
    kills = List.copyOf(kills);
  }
}
