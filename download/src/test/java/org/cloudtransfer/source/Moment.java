package org.cloudtransfer.source;

import java.util.Comparator;
import java.util.Locale;

/**
 * A moment in the life of an old cloud.
 *
 * @param step how far its upgrade to the release has come
 */
public record Moment(Release release, Step step) implements Comparable<Moment> {
  private static final Comparator<Moment> ORDER =
      Comparator.comparing(Moment::release).thenComparing(Moment::step);

  /** The steps of an upgrade, each with those before it. */
  public enum Step {
    /** Tables and columns have been added, but not renamed or dropped. */
    EXPANDED,
    /** The schema is the release's; the data are where they were. */
    CONTRACTED,
    /** The online migrations have moved the data. */
    MOVED
  }

  /** A release, fully upgraded, or {@code release/step}. */
  public static Moment of(String text) {
    String[] words = text.split("/");
    Step step = words.length == 1 ? Step.MOVED : Step.valueOf(words[1].toUpperCase(Locale.ROOT));
    return new Moment(Release.of(words[0]).orElseThrow(), step);
  }

  /** The release's first step, unless the text says which one. */
  private static Moment first(String text) {
    return text.contains("/") ? of(text) : new Moment(of(text).release, Step.EXPANDED);
  }

  /**
   * Whether it lies in a range, ends included.
   *
   * @param range {@code from..to}, {@code from..}, {@code ..to}, or one release
   */
  boolean isIn(String range) {
    int dots = range.indexOf("..");
    String from = dots < 0 ? range : range.substring(0, dots);
    String to = dots < 0 ? range : range.substring(dots + 2);
    return (from.isEmpty() || compareTo(first(from)) >= 0)
        && (to.isEmpty() || compareTo(of(to)) <= 0);
  }

  boolean since(String text) {
    return isIn(text + "..");
  }

  @Override
  public int compareTo(Moment other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return step == Step.MOVED
        ? release.text()
        : release.text() + "/" + step.name().toLowerCase(Locale.ROOT);
  }
}
