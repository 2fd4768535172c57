package org.cloudtransfer.upload;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.cloudtransfer.upload.cloud.Cloud;

/**
 * What the process hands to the program; tests hand in their own.
 *
 * @param timeout how long to wait for the target's answer to a request
 */
record Surroundings(
    Map<String, String> env,
    PrintStream out,
    PrintStream err,
    Clock clock,
    RandomGenerator random,
    Consumer<Duration> sleep,
    Duration timeout) {

  Surroundings(
      Map<String, String> env,
      PrintStream out,
      PrintStream err,
      Clock clock,
      RandomGenerator random,
      Consumer<Duration> sleep) {
    this(env, out, err, clock, random, sleep, Cloud.Manners.TIMEOUT);
  }
}
