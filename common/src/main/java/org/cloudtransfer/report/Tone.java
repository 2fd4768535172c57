package org.cloudtransfer.report;

import java.util.Locale;

/** How grave something is; decides colour and order. In order of gravity. */
public enum Tone {
  /** Something was made or done, or would be. */
  DONE,
  /** Something that was there was set, or would be. */
  SET,
  /** Nothing had to be done. */
  SAME,
  /** Worth knowing; nothing to do. */
  NOTE,
  /** A person must look. */
  LOOK,
  /** It went wrong. */
  BAD;

  /** As in the page's data and style sheet. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean wantsAttention() {
    return compareTo(LOOK) >= 0;
  }
}
