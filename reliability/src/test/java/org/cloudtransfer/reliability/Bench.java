package org.cloudtransfer.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.upload.UploadInProcess;
import org.cloudtransfer.upload.UploadInProcess.Ran;

/** A cloud, an archive, and runs of the program in this virtual machine. Nothing sleeps. */
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  final Simulator simulator = Workload.cloud(SimulatorOptions.newton());
  final EndState before = EndState.of(simulator);
  private final Path tarball;
  private Front front;
  private Runnable whileItSleeps = () -> {};

  Bench(Path directory, Path tarball) throws IOException {
    this.tarball = Files.copy(tarball, Files.createDirectories(directory).resolve("a.tar.bz2"));
  }

  /** What the program has to pass on its way to the cloud, from now on. */
  Front front() {
    try {
      front = new Front(URI.create(simulator.url()).getPort());
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What happens whenever the program waits. */
  void whileItSleeps(Runnable something) {
    whileItSleeps = something;
  }

  Ran upload(Duration timeout) {
    return UploadInProcess.run(
        Map.of(
            "OS_AUTH_URL", front == null ? simulator.authUrl() : front.authUrl(),
            "OS_USERNAME", "admin",
            "OS_PASSWORD", "adminsecret",
            "OS_PROJECT_NAME", "admin"),
        Clock.fixed(NOW, ZoneOffset.UTC),
        time -> whileItSleeps.run(),
        timeout,
        "--tarball",
        tarball.toString(),
        "--workers",
        "1",
        "--output",
        "json");
  }

  /** Nothing goes wrong any more. */
  void mend() {
    simulator.faults().clear();
    whileItSleeps = () -> {};
    if (front != null) {
      front.up();
    }
  }

  EndState state() {
    return EndState.of(simulator);
  }

  @Override
  public void close() throws IOException {
    if (front != null) {
      front.close();
    }
    simulator.close();
  }
}
