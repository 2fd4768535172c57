package org.cloudtransfer.report;

/**
 * What to do next.
 *
 * @param why in a sentence
 * @param command to be typed as it is; empty if there is none
 */
public record Next(String why, String command) {}
