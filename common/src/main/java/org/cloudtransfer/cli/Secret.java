package org.cloudtransfer.cli;

/**
 * A password or token that prints as asterisks wherever it is printed by mistake.
 *
 * @param reveal the value itself; call it only where it goes out to its service
 */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
