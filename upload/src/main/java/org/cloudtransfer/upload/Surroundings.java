package org.cloudtransfer.upload;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What the process hands to the program; tests hand in their own. */
record Surroundings(
    Map<String, String> env,
    PrintStream out,
    PrintStream err,
    Clock clock,
    RandomGenerator random,
    Consumer<Duration> sleep) {}
