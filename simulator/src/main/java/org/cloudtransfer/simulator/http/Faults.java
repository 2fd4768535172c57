package org.cloudtransfer.simulator.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The faults on order. For each request the first that strikes before the effect, and the first
 * after it.
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

  Optional<Fault> before(String method, String path) {
    return first(method, path, false);
  }

  Optional<Fault> after(String method, String path) {
    return first(method, path, true);
  }

  private Optional<Fault> first(String method, String path, boolean after) {
    return faults.stream().filter(f -> f.isAfter() == after && f.strikes(method, path)).findFirst();
  }
}
