package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cloudtransfer.upload.cloud.Transport.Answer;
import org.cloudtransfer.upload.cloud.Transport.Call;
import org.junit.jupiter.api.Test;

class BoundedTest {
  private static final Answer OK = new Answer(200, Map.of(), "{}");
  private static final Call CALL =
      new Call("GET", URI.create("http://192.0.2.1/v3"), Map.of(), null, true);

  @Test
  void asManyAsAreAllowedAreUnderWayWhenMoreThreadsHaveSomethingToSend() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Bounded bounded =
        new Bounded(
            call -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              three.countDown();
              await(three);
              underWay.decrementAndGet();
              return OK;
            },
            3);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<Answer>> calls =
        IntStream.range(0, 40).<Callable<Answer>>mapToObj(i -> () -> bounded.send(CALL)).toList();
    pool.invokeAll(calls);
    pool.shutdown();
    assertThat(most).hasValue(3);
  }

  @Test
  void aCallThatFailsMakesRoomForTheNext() {
    Bounded bounded =
        new Bounded(
            call -> {
              throw new NoReplyException("no", true, null);
            },
            1);
    assertThatThrownBy(() -> bounded.send(CALL)).isInstanceOf(NoReplyException.class);
    assertThatThrownBy(() -> bounded.send(CALL)).isInstanceOf(NoReplyException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
