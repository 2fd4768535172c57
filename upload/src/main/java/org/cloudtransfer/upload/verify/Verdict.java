package org.cloudtransfer.upload.verify;

import java.util.Locale;
import org.cloudtransfer.resource.RowKey;

/**
 * What the comparison says of a row of the archive.
 *
 * @param reason what was expected and what is there; empty for {@code SAME} mostly
 * @param remedy what a person does about it; empty where an upload, or its plan, tells
 */
public record Verdict(RowKey row, Result result, String reason, String remedy) {

  /** From harmless to grave. */
  public enum Result {
    SAME,
    /** The target has no such thing. */
    INAPPLICABLE,
    /** It differs because an option says that it may. */
    EXEMPT,
    /** It is not there, and an upload would not bring it: a person must look. */
    WITHHELD,
    DIFFERENT,
    MISSING;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether archive and target differ on account of it. */
    public boolean differs() {
      return compareTo(WITHHELD) >= 0;
    }
  }
}
