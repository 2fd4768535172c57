package org.cloudtransfer.report;

/**
 * In what a row, or a finding, ended.
 *
 * @param name one word that people know from the terminal, e.g. {@code withheld}
 */
public record Ending(String name, Tone tone) {}
