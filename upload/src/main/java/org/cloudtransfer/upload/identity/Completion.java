package org.cloudtransfer.upload.identity;

import java.util.List;

/** Whom the page completes where somebody is to be placed by hand. */
public record Completion(Roll users, Roll projects) {
  /** For a run that lists nobody. */
  public static final Completion NONE = new Completion(unlisted("users"), unlisted("projects"));

  private static Roll unlisted(String what) {
    String gap =
        "Only "
            + what
            + " that this run came across are known here; the report of `upload plan`"
            + " knows all.";
    return new Roll(List.of(), List.of(gap));
  }
}
