package org.cloudtransfer.download;

import java.time.Duration;

/** How many rows of one table went into the archive, and how many could not. */
record Tally(String table, long rows, long withheld, Duration took) {}
