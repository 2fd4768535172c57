package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.cloudtransfer.upload.cloud.Transport.Answer;
import org.cloudtransfer.upload.cloud.Transport.Call;
import org.junit.jupiter.api.Test;

class PacedTest {
  private static final Answer OK = new Answer(200, Map.of(), "{}");

  private static Call call(String path) {
    return new Call("GET", URI.create("http://192.0.2.1" + path), Map.of(), null, true);
  }

  @Test
  void letsNoMoreThroughThanAreAllowed() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Paced paced =
        new Paced(
            call -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              Thread.yield();
              underWay.decrementAndGet();
              return OK;
            },
            2,
            System::nanoTime);
    ExecutorService pool = Executors.newFixedThreadPool(10);
    List<Future<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(pool.submit(() -> paced.send(call("/compute/v2.1/os-quota-sets/p"))));
    }
    for (Future<Answer> answer : answers) {
      assertThat(answer.get()).isSameAs(OK);
    }
    pool.shutdown();
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void oneServiceDoesNotWaitForAnother() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Paced paced =
        new Paced(
            call -> {
              if (call.uri().getPath().startsWith("/compute")) {
                asked.countDown();
                await(answered);
              }
              return OK;
            },
            1,
            System::nanoTime);
    Thread slow = new Thread(() -> paced.send(call("/compute/v2.1/os-keypairs")));
    slow.start();
    await(asked);
    assertThat(paced.send(call("/network/v2.0/quotas"))).isSameAs(OK);
    answered.countDown();
    slow.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void callThatGotNoAnswerMakesRoomForTheNext() {
    AtomicInteger calls = new AtomicInteger();
    Paced paced =
        new Paced(
            call -> {
              if (calls.getAndIncrement() == 0) {
                throw new NoReplyException("no answer", true, null);
              }
              return OK;
            },
            1,
            System::nanoTime);
    assertThatThrownBy(() -> paced.send(call("/a"))).isInstanceOf(NoReplyException.class);
    assertThat(paced.send(call("/a"))).isSameAs(OK);
  }

  @Test
  void interruptEndsTheWait() {
    Paced paced =
        new Paced(
            call -> {
              throw new AssertionError("it must not be sent");
            },
            1,
            System::nanoTime);
    Paced.Gate gate = paced.gate(call("/a"));
    gate.enter(call("/a"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> paced.send(call("/a"))).isInstanceOf(NoReplyException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
