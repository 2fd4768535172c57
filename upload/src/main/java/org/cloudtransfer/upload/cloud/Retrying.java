package org.cloudtransfer.upload.cloud;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sends again what may be sent again.
 *
 * <p>A refusal for load (429, and 413 of old) changed nothing and is always repeated. An unclear
 * outcome (5xx, a broken connection) is repeated for repeatable calls only: whoever sent another
 * one has to look first. Where there was no connection at all, everything is repeated.
 */
final class Retrying implements Transport {
  static final int ATTEMPTS = 6;

  private final Transport next;
  private final RetryPolicy<Answer> always;
  private final RetryPolicy<Answer> ifClear;

  /**
   * @param pause turns the wait that {@link Backoff} computed into the one to take; tests hand in
   *     one that notes it and answers zero
   */
  Retrying(Transport next, Backoff backoff, Function<Duration, Duration> pause) {
    this.next = next;
    this.always =
        policy(backoff, pause, answer -> busy(answer) || answer.status() >= 500, e -> true);
    this.ifClear = policy(backoff, pause, Retrying::busy, e -> !e.reachedTarget());
  }

  private static RetryPolicy<Answer> policy(
      Backoff backoff,
      Function<Duration, Duration> pause,
      Predicate<Answer> retriable,
      Predicate<NoReplyException> lost) {
    return RetryPolicy.<Answer>builder()
        .handleResultIf(answer -> answer != null && retriable.test(answer))
        .handleIf(thrown -> thrown instanceof NoReplyException e && lost.test(e))
        .withMaxAttempts(ATTEMPTS)
        .withDelayFn(
            context ->
                pause.apply(backoff.delay(context.getAttemptCount(), context.getLastResult())))
        .build();
  }

  private static boolean busy(Answer answer) {
    return answer.status() == 429 || answer.status() == 413;
  }

  @Override
  public Answer send(Call call) {
    try {
      return Failsafe.with(call.repeatable() ? always : ifClear).get(() -> next.send(call));
    } catch (FailsafeException e) {
      Thread.currentThread().interrupt();
      throw new NoReplyException(call + " was interrupted", false, e);
    }
  }
}
