package org.cloudtransfer.simulator;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.cloudtransfer.simulator.cloud.Profile;

/**
 * Runs a simulator until it is stopped: {@code [--port N] [--profile RELEASE] [--latency MILLIS]}.
 */
public final class SimulatorMain {
  private static final String USAGE =
      "usage: simulator [--port N] [--profile newton|pike|train|zed|2025.1] [--latency MILLIS]";

  private SimulatorMain() {}

  /** Prints an openrc and serves; exit code 2 after a wrong argument. */
  public static void main(String[] args) throws InterruptedException {
    SimulatorOptions options;
    try {
      options = options(List.of(args).iterator());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(2);
      return;
    }
    try (Simulator simulator = Simulator.start(options)) {
      System.out.print(simulator.openrc());
      Thread.currentThread().join();
    }
  }

  static SimulatorOptions options(Iterator<String> args) {
    Profile profile = Profile.NEWTON;
    int port = 0;
    Duration latency = Duration.ZERO;
    while (args.hasNext()) {
      String name = args.next();
      if (!args.hasNext()) {
        throw new IllegalArgumentException("no value for " + name);
      }
      String value = args.next();
      switch (name) {
        case "--profile" -> profile = Profile.of(value.toLowerCase(Locale.ROOT));
        case "--port" -> port = Integer.parseInt(value);
        case "--latency" -> latency = Duration.ofMillis(Long.parseLong(value));
        default -> throw new IllegalArgumentException("unknown option " + name);
      }
    }
    return SimulatorOptions.of(profile).port(port).latency(latency);
  }
}
