package org.cloudtransfer.source;

import java.util.Comparator;
import java.util.Iterator;
import org.cloudtransfer.resource.RowKey;

/**
 * The order of the archive: by code points, as {@code COLLATE "C"} sorts UTF-8. Java's own order of
 * strings is another one as soon as a character lies outside the basic plane.
 */
final class KeyOrder {
  static final Comparator<String> TEXT = KeyOrder::compareText;
  static final Comparator<RowKey> KEYS = KeyOrder::compareKeys;

  private KeyOrder() {}

  private static int compareText(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return compareUnits(a.charAt(i), b.charAt(i));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Surrogates stand for the highest code points, but are not the highest units. */
  private static int compareUnits(char a, char b) {
    int order = Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
    return order != 0 ? order : Character.compare(a, b);
  }

  private static int compareKeys(RowKey a, RowKey b) {
    Iterator<String> others = b.parts().iterator();
    for (String part : a.parts()) {
      int order = TEXT.compare(part, others.next());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
