package org.cloudtransfer.download;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** Runs {@code download} in this virtual machine, with an environment of its own. */
public final class DownloadInProcess {
  private DownloadInProcess() {}

  /** Returns the exit code. */
  public static int run(Map<String, String> env, PrintStream out, PrintStream err, String... args) {
    return Main.run(new Surroundings(env, Clock.systemUTC(), out, err), args);
  }
}
