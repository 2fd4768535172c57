package org.cloudtransfer.upload;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Runs {@code upload} in this virtual machine, where time passes only if it is let pass. */
public final class UploadInProcess {
  private UploadInProcess() {}

  /** A run that has ended. */
  public record Ran(int exitCode, String said, String remarks) {}

  /**
   * Runs it.
   *
   * @param sleep is told of every wait; the program goes on when it returns
   * @param timeout for an answer, the one thing that is waited for in earnest
   */
  public static Ran run(
      Map<String, String> env,
      Clock clock,
      Consumer<Duration> sleep,
      Duration timeout,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            env,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            clock,
            new Random(7),
            sleep,
            timeout);
    int code = Main.run(surroundings, args);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
