package org.cloudtransfer.simulator.cloud;

import java.time.Clock;

/** Everything a simulated cloud holds. */
public final class Cloud {
  private final Identity identity = new Identity();
  private final Compute compute = new Compute();
  private final Network network;
  private final Volume volume = new Volume();

  /** An empty cloud; the clock dates what is created. */
  public Cloud(Clock clock) {
    network = new Network(clock);
  }

  /** Domains, projects, users. */
  public Identity identity() {
    return identity;
  }

  /** Keypairs and nova quotas. */
  public Compute compute() {
    return compute;
  }

  /** Security groups, rules and neutron quotas. */
  public Network network() {
    return network;
  }

  /** Volume types and cinder quotas. */
  public Volume volume() {
    return volume;
  }
}
