package org.cloudtransfer.upload.plan;

import java.time.Duration;

/**
 * What an upload will take, if each of its requests takes as long as those that were just made.
 *
 * @param writes requests that change something
 * @param reads requests made for this plan; an upload makes them again, and at most as many to
 *     verify
 * @param took what these reads took together, many at a time
 * @param workers how many at a time at most
 */
public record Estimate(long writes, long reads, Duration took, int workers) {

  public long requests() {
    return writes + 2 * reads;
  }

  /** Zero if nothing was measured. */
  public Duration time() {
    return reads == 0 ? Duration.ZERO : took.multipliedBy(requests()).dividedBy(reads);
  }
}
