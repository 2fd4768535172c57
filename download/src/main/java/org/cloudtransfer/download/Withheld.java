package org.cloudtransfer.download;

/** A row that cannot go into the archive, and why. */
record Withheld(String table, String row, String reason) {}
