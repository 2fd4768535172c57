package org.cloudtransfer.download;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** What a run takes from outside, apart from its arguments. */
record Surroundings(
    Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {}
