package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Says once, aloud, whether the cases run on a real cloud. */
class LabTest {
  @Test
  void realCloudIsUp() {
    if (Lab.isRequired()) {
      assertThat(Lab.whyNot()).as("why the cases do not run on a real cloud").isEmpty();
    }
    assumeTrue(Lab.isUp(), () -> "On the simulator only. " + Lab.whyNot());
  }
}
