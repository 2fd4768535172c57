package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final BoundedBody body =
      new BoundedBody(BodySubscribers.ofString(StandardCharsets.UTF_8), 5);

  private void receive(String... parts) {
    body.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {
            assertThat(n).isPositive();
          }

          @Override
          public void cancel() {
            cancelled.set(true);
          }
        });
    for (String part : parts) {
      body.onNext(List.of(ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8))));
    }
    body.onComplete();
  }

  @Test
  void whatFitsComesThrough() {
    receive("ab", "cde");

    assertThat(body.getBody().toCompletableFuture().join()).isEqualTo("abcde");
  }

  @Test
  void whatDoesNotEndIsBrokenOff() {
    receive("abc", "def", "ghi");

    assertThat(cancelled).isTrue();
    assertThatThrownBy(() -> body.getBody().toCompletableFuture().join())
        .hasMessageContaining("larger than any should be");
  }
}
