package org.cloudtransfer.upload;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Runs {@code upload} in this virtual machine, with an environment of its own. */
public final class UploadInProcess {
  private UploadInProcess() {}

  /** Returns the exit code. */
  public static int run(Map<String, String> env, PrintStream out, PrintStream err, String... args) {
    return Main.run(
        new Surroundings(
            env, out, err, Clock.systemUTC(), new SecureRandom(), UploadInProcess::sleep),
        args);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
