package org.cloudtransfer.upload.cloud;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import java.time.Duration;

/** Keeps the number of requests per second below a bound. */
final class Limited implements Transport {
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Transport next;
  private final FailsafeExecutor<Object> limiter;

  Limited(Transport next, double perSecond) {
    this.next = next;
    Duration gap = Duration.ofNanos(Math.max(1, (long) (1e9 / perSecond)));
    this.limiter = Failsafe.with(RateLimiter.smoothBuilder(gap).withMaxWaitTime(PATIENCE).build());
  }

  @Override
  public Answer send(Call call) {
    return limiter.get(() -> next.send(call));
  }
}
