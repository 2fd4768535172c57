package org.cloudtransfer.upload.cloud;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * A body as text, up to a size that no answer has in earnest: one that never ends is broken off.
 */
final class BoundedBody implements BodySubscriber<String> {
  /** Ten thousand groups with ten rules each are 40 MB. */
  static final long BYTES_MAX = 256L << 20;

  private final BodySubscriber<String> next;
  private Flow.Subscription subscription;
  private long left;

  BoundedBody(BodySubscriber<String> next, long most) {
    this.next = next;
    this.left = most;
  }

  /** JSON is UTF-8, whatever the header says. */
  static BodySubscriber<String> text() {
    return new BoundedBody(BodySubscribers.ofString(StandardCharsets.UTF_8), BYTES_MAX);
  }

  @Override
  public CompletionStage<String> getBody() {
    return next.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    next.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    boolean fitted = left >= 0;
    left -= part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (left >= 0) {
      next.onNext(part);
    } else if (fitted) {
      subscription.cancel();
      next.onError(new IOException("the answer is larger than any should be"));
    }
  }

  @Override
  public void onError(Throwable thrown) {
    next.onError(thrown);
  }

  @Override
  public void onComplete() {
    next.onComplete();
  }
}
