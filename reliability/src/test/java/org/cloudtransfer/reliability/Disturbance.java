package org.cloudtransfer.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.Faults;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.Reply;

/**
 * Something that goes wrong with a request.
 *
 * @param order orders it
 */
record Disturbance(String name, BiConsumer<Bench, RequestKind> order) {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Duration IMPATIENCE = Duration.ofMillis(500);

  private static final String NO_ANSWER = "no answer in time";
  private static final Duration TOO_LONG = Duration.ofMillis(800);
  private static final String DATE = "Sat, 21 Nov 2026 12:00:07 GMT";

  static List<Disturbance> all() {
    List<Disturbance> all = new ArrayList<>();
    all.add(now("429, Retry-After: 7", f -> f.answer(429).retryAfter("7")));
    all.add(now("429, Retry-After: date", f -> f.answer(429).retryAfter(DATE)));
    all.add(now("413, Retry-After: 7", f -> f.answer(413).retryAfter("7")));
    all.addAll(both("503, Retry-After: 7", f -> f.answer(503).retryAfter("7")));
    all.addAll(both("503, Retry-After: date", f -> f.answer(503).retryAfter(DATE)));
    for (int status : new int[] {500, 502, 504}) {
      all.addAll(both(String.valueOf(status), f -> f.answer(status)));
    }
    all.addAll(both("connection closed", Fault::drop));
    all.add(before(NO_ANSWER, f -> f.delay(TOO_LONG).drop()));
    all.add(after(NO_ANSWER, f -> f.delay(TOO_LONG)));
    all.add(of(NO_ANSWER + ", effect follows", Disturbance::effectFollows));
    all.add(of("connection refused", Disturbance::refused));
    all.add(of("token expired", (b, k) -> order(b, k, f -> f.run(b.simulator::expireTokens))));
    all.add(of("token revoked, log-in refused", Disturbance::lockedOut));
    all.addAll(both("not JSON", f -> f.html(200)));
    Reply other = Reply.json(200, Json.object().put("message", "hello"));
    all.add(after("other JSON", f -> f.answer(other)));
    all.add(after("empty answer", f -> f.answer(Reply.empty(200))));
    all.add(before("answer cut short", f -> f.answer(Reply.json(200, Json.object())).cut()));
    all.add(after("answer cut short", Fault::cut));
    all.add(now("slow", f -> f.delay(Duration.ofMillis(30))));
    all.add(now("503 from then on", f -> f.answer(503).always()));
    all.add(now("429 from then on", f -> f.answer(429).always()));
    all.add(now("connections closed from then on", f -> f.drop().always()));
    all.add(of("connections refused from then on", Disturbance::down));
    return all;
  }

  private static Disturbance of(String name, BiConsumer<Bench, RequestKind> order) {
    return new Disturbance(name, order);
  }

  private static Disturbance now(String name, UnaryOperator<Fault> fault) {
    return of(name, (bench, kind) -> order(bench, kind, fault));
  }

  private static Disturbance before(String name, UnaryOperator<Fault> fault) {
    return of(name + " (before)", (bench, kind) -> order(bench, kind, fault));
  }

  private static Disturbance after(String name, UnaryOperator<Fault> fault) {
    return of(name + " (after)", (b, k) -> order(b, k, f -> fault.apply(f).afterEffect()));
  }

  private static List<Disturbance> both(String name, UnaryOperator<Fault> fault) {
    return List.of(before(name, fault), after(name, fault));
  }

  private static void order(Bench bench, RequestKind kind, UnaryOperator<Fault> fault) {
    bench.simulator.faults().add(fault.apply(kind.fault()));
  }

  /** The request outlives the patience of the client and takes effect while that one waits. */
  private static void effectFollows(Bench bench, RequestKind kind) {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Faults faults = bench.simulator.faults();
    faults.add(kind.fault().run(() -> await(waiting)));
    faults.add(kind.fault().run(done::countDown).afterEffect());
    bench.whileItSleeps(
        () -> {
          waiting.countDown();
          await(done);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The service goes down with that request, and is back after the second wait. */
  private static void refused(Bench bench, RequestKind kind) {
    AtomicInteger waits = new AtomicInteger();
    Front front = down(bench, kind);
    bench.whileItSleeps(
        () -> {
          if (waits.incrementAndGet() == 2) {
            front.up();
          }
        });
  }

  private static Front down(Bench bench, RequestKind kind) {
    Front front = bench.front();
    order(bench, kind, fault -> fault.run(front::down).drop());
    return front;
  }

  private static void lockedOut(Bench bench, RequestKind kind) {
    Runnable lockOut =
        () -> {
          bench.simulator.expireTokens();
          bench.simulator.faults().add(Fault.on("POST", ".*/auth/tokens").answer(401).always());
        };
    order(bench, kind, fault -> fault.run(lockOut));
  }

  /** Waiting in earnest is for those who wait for an answer that does not come. */
  Duration timeout() {
    return name.startsWith(NO_ANSWER) ? IMPATIENCE : PATIENCE;
  }
}
