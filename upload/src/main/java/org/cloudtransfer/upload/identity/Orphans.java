package org.cloudtransfer.upload.identity;

import org.cloudtransfer.cli.StopException;

/** What becomes of the key pairs of a user whom nobody found in the target. */
public sealed interface Orphans {

  /** They are withheld and reported. */
  record Skip() implements Orphans {}

  /** The run ends before it writes anything. */
  record Fail() implements Orphans {}

  /** They go to one account. */
  record Assign(String userId) implements Orphans {}

  /**
   * Reads the option's value.
   *
   * @throws StopException if it is none of the three
   */
  static Orphans parse(String text) {
    if (text.equals("skip")) {
      return new Skip();
    }
    if (text.equals("fail")) {
      return new Fail();
    }
    if (text.startsWith("assign=") && text.length() > "assign=".length()) {
      return new Assign(text.substring("assign=".length()));
    }
    throw StopException.badInput(
        "--orphans " + text + " is unknown.", "Say fail, skip or assign=ID of a target user.");
  }
}
