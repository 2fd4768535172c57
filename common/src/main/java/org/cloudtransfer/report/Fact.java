package org.cloudtransfer.report;

/** One thing that is to be known of the run, such as which archive it was about. */
public record Fact(String name, String value) {}
