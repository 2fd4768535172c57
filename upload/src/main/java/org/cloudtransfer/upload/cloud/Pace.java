package org.cloudtransfer.upload.cloud;

/**
 * How many calls of one service may be under way. It begins with a few, doubles while answers come
 * as fast as with fewer, then goes by ones; it steps back when they come much slower, for then they
 * only wait in the service's queue, and halves when the service says that it is busy or does not
 * answer. Not for several threads.
 */
final class Pace {
  /**
   * Enough to keep two processes of a service at work, which is what small clouds have; a slow
   * answer alone is no reason to go below.
   */
  private static final int FEW = 4;

  private final int most;
  private int limit;
  private boolean doubling = true;
  private int generation;
  private String kind = "";
  private double fastest;
  private double sum;
  private int count;

  Pace(int most) {
    this.most = most;
    this.limit = Math.min(FEW, most);
  }

  int limit() {
    return limit;
  }

  /** Changes whenever the limit was halved: what began before tells nothing new. */
  int generation() {
    return generation;
  }

  /**
   * An answer came.
   *
   * @param what the kind of request; a bulk takes longer than a look-up, so only equals are
   *     compared
   */
  void answered(String what, double millis) {
    if (!what.equals(kind)) {
      kind = what;
      fastest = Double.MAX_VALUE;
      begin();
    }
    sum += millis;
    if (++count >= limit) {
      decide(sum / count);
      begin();
    }
  }

  private void begin() {
    sum = 0;
    count = 0;
  }

  private void decide(double mean) {
    fastest = Math.min(fastest, mean);
    if (mean < fastest * 1.5) {
      limit = Math.min(most, doubling ? limit * 2 : limit + 1);
      return;
    }
    doubling = false;
    if (mean > fastest * 3) {
      limit = Math.max(Math.min(FEW, most), limit - Math.max(1, limit / 8));
    }
  }

  /**
   * The service was busy, or did not answer.
   *
   * @param began the generation in which the call left
   */
  void busy(int began) {
    if (began == generation) {
      generation++;
      doubling = false;
      limit = Math.max(1, limit / 2);
      begin();
    }
  }
}
