package org.cloudtransfer.reliability;

/** What a run leaves behind that nobody disturbs. */
record Clean(EndState state, int exitCode, Outcomes outcomes) {

  /**
   * Insists that nothing went wrong.
   *
   * @param said by {@code upload --output json}
   */
  static Clean of(EndState state, int exitCode, String said) {
    Outcomes outcomes = Outcomes.of(said);
    if (exitCode != Workload.EXIT_CODE
        || !outcomes.faults().isEmpty()
        || outcomes.byRow().containsValue("failed")) {
      throw new IllegalStateException(
          "undisturbed, upload ended with " + exitCode + ": " + outcomes.faults() + said);
    }
    return new Clean(state, exitCode, outcomes);
  }
}
