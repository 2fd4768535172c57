package org.cloudtransfer.report;

/** How many rows of a kind ended in something. */
public record Total(String kind, Ending ending, long rows) {}
