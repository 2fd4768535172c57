package org.cloudtransfer.simulator.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The faults on order. For each request the first that strikes before the effect, the first after
 * it, and the first after the answer.
 */
public final class Faults {
  private final List<Fault> faults = new CopyOnWriteArrayList<>();

  /** Orders a fault. */
  public Faults add(Fault fault) {
    faults.add(fault);
    return this;
  }

  /** Withdraws all. */
  public void clear() {
    faults.clear();
  }

  /** The one that strikes this request at this moment; counts. */
  Optional<Fault> at(Fault.Moment moment, String method, String path) {
    return faults.stream()
        .filter(fault -> fault.moment() == moment && fault.strikes(method, path))
        .findFirst();
  }
}
