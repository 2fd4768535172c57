package org.cloudtransfer.demo.sample;

/** How much is in use in the new cloud in the projects whose limits would be below that. */
public final class SampleUsage {
  /** Instances in every project. */
  public static final int INSTANCES = 4;

  /** Volumes in every project. */
  public static final int VOLUMES = 3;

  private SampleUsage() {}
}
