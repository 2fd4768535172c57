package org.cloudtransfer.simulator.nova;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version such as 2.10, which is later than 2.9. */
record Microversion(int major, int minor) implements Comparable<Microversion> {
  private static final Pattern TEXT = Pattern.compile("([1-9]\\d*)\\.([1-9]\\d*|0)");
  private static final Comparator<Microversion> ORDER =
      Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

  static Optional<Microversion> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Microversion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether this is 2.{@code minor} or later. */
  boolean from(int minimum) {
    return minor >= minimum;
  }

  @Override
  public int compareTo(Microversion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
