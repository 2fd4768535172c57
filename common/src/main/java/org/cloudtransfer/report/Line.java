package org.cloudtransfer.report;

import java.util.regex.Pattern;

/**
 * One row of the archive and what became of it, or a finding about something. Texts that there are
 * none of are empty, never null.
 *
 * @param kind the table, e.g. {@code security-group-rules}
 * @param text the row in a few words
 * @param project the source's ID
 * @param user the source's ID
 * @param group the source's ID of the security group that the row is, or is a rule of
 */
public record Line(
    String kind,
    Ending ending,
    String text,
    String project,
    String user,
    String group,
    String reason,
    String remedy) {

  /** The reason without the owners in it, which is the same for many rows. */
  String pattern() {
    return reason.isEmpty() ? "" : without(without(without(reason, user), project), group);
  }

  private static String without(String text, String id) {
    return id.isEmpty()
        ? text
        : text.replaceAll("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])", "\u2026");
  }
}
