package org.cloudtransfer.simulator.cloud;

/** Which release the simulated cloud behaves like. */
public enum Profile {
  /**
   * Newton (SUSE OpenStack Cloud 7): Nova up to 2.38, Cinder v2 and v3, few checks of existence.
   */
  NEWTON,
  /** Zed: Nova up to 2.93, Cinder v3. */
  CURRENT
}
