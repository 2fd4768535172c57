package org.cloudtransfer.upload.plan;

import java.util.Locale;
import org.cloudtransfer.resource.RowKey;

/**
 * What became of a row; every row of the archive ends in exactly one.
 *
 * @param reason why it is not simply done; empty if there is nothing to say
 * @param remedy what to do about it; empty if nothing
 * @param cause what the reason is an instance of
 */
public record Outcome(RowKey row, Result result, String reason, String remedy, Cause cause) {

  /** One whose cause has no name of its own. */
  public Outcome(RowKey row, Result result, String reason, String remedy) {
    this(row, result, reason, remedy, result.leavesWork() ? Cause.OTHER : Cause.NOTE);
  }

  /** The same with a cause that has a name. */
  public Outcome because(Cause why) {
    return new Outcome(row, result, reason, remedy, why);
  }

  /** In order of gravity. */
  public enum Result {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** A rollback took it back. */
    UNDONE,
    /** The target has no such thing; nothing to do. */
    INAPPLICABLE,
    /** We decided not to: a person must look. */
    WITHHELD,
    /** The target refused, or shows something else afterwards. */
    FAILED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the run ends with exit code 1 on account of it. */
    public boolean leavesWork() {
      return this == WITHHELD || this == FAILED;
    }
  }

  public static Outcome unchanged(RowKey row) {
    return unchanged(row, "");
  }

  public static Outcome unchanged(RowKey row, String note) {
    return new Outcome(row, Result.UNCHANGED, note, "");
  }

  public static Outcome inapplicable(RowKey row, String reason) {
    return new Outcome(row, Result.INAPPLICABLE, reason, "");
  }

  public static Outcome withheld(RowKey row, String reason, String remedy) {
    return new Outcome(row, Result.WITHHELD, reason, remedy);
  }

  /** For what an earlier run was told is invalid: it would be told so again. */
  public static Outcome refusedBefore(RowKey row, String words) {
    return failed(
            row,
            "the target refused it in an earlier run: " + words,
            "It is not sent again from here. If the target has changed, copy the tarball to another"
                + " directory and upload from there.")
        .because(Cause.REFUSED_BEFORE);
  }

  public static Outcome failed(RowKey row, String reason, String remedy) {
    return new Outcome(row, Result.FAILED, reason, remedy);
  }
}
