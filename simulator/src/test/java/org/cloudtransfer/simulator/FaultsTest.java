package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.Json;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.cloudtransfer.simulator.http.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String GROUPS = "/network/v2.0/security-groups";
  private static final String BODY = "{'security_group': {'name': 'g', 'project_id': 'p'}}";

  private final Simulator simulator = Simulator.start(SimulatorOptions.current());
  private final Client admin = Client.admin(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  private int groups() {
    return simulator.cloud().network().groups("p", "g").size();
  }

  @Test
  void answersInsteadOfTheServiceAsOftenAsTold() {
    simulator.faults().add(Fault.on("POST", ".*/security-groups").answer(503).times(2));
    assertThat(admin.get(GROUPS).status()).isEqualTo(200);
    assertThat(admin.post(GROUPS, BODY).status()).isEqualTo(503);
    assertThat(admin.post(GROUPS, BODY).header("Content-Type")).isEqualTo("text/html");
    assertThat(groups()).isZero();
    assertThat(admin.post(GROUPS, BODY).status()).isEqualTo(201);
  }

  @Test
  void answersAfterTheServiceHasDoneItsWork() {
    simulator.faults().add(Fault.on("POST", ".*/security-groups").answer(500).afterEffect());
    assertThat(admin.post(GROUPS, BODY).status()).isEqualTo(500);
    assertThat(groups()).isEqualTo(1);
  }

  @Test
  void tooManyRequestsSayWhenToComeBack() {
    simulator
        .faults()
        .add(Fault.on("GET", ".*").answer(429).retryAfter("2"))
        .add(Fault.on("GET", ".*").answer(413).retryAfter("Sat, 21 Nov 2026 00:00:00 GMT"));
    Answer first = admin.get("/compute/v2.1/os-keypairs");
    assertThat(first.status()).isEqualTo(429);
    assertThat(first.header("Retry-After")).isEqualTo("2");
    assertThat(first.at("/overLimit/code").asInt()).isEqualTo(429);
    Answer second = admin.get("/compute/v2.1/os-keypairs");
    assertThat(second.status()).isEqualTo(413);
    assertThat(second.header("Retry-After")).endsWith("GMT");
  }

  @Test
  void dropsTheConnectionBeforeOrAfterTheEffect() {
    simulator.faults().add(Fault.on("POST", ".*/security-groups").drop());
    assertThatThrownBy(() -> admin.post(GROUPS, BODY)).isInstanceOf(UncheckedIOException.class);
    assertThat(groups()).isZero();
    simulator.faults().add(Fault.on("POST", ".*/security-groups").drop().afterEffect());
    assertThatThrownBy(() -> admin.post(GROUPS, BODY)).isInstanceOf(UncheckedIOException.class);
    assertThat(groups()).isEqualTo(1);
    assertThat(simulator.requests().matching("POST", ".*/security-groups"))
        .extracting(LoggedRequest::status)
        .containsExactly(0, 0);
  }

  @Test
  void cutsTheAnswerShortBeforeOrAfterTheEffect() {
    Reply lie = Reply.json(201, Json.object().put("security_group", "of another kind"));
    simulator.faults().add(Fault.on("POST", ".*/security-groups").answer(lie).cut());
    assertThatThrownBy(() -> admin.post(GROUPS, BODY)).isInstanceOf(UncheckedIOException.class);
    assertThat(groups()).isZero();
    simulator.faults().add(Fault.on("POST", ".*/security-groups").cut().afterEffect());
    assertThatThrownBy(() -> admin.post(GROUPS, BODY)).isInstanceOf(UncheckedIOException.class);
    assertThat(groups()).isEqualTo(1);
  }

  @Test
  void strikesWhenTheAnswerHasBeenSent() {
    CompletableFuture<Integer> groups = new CompletableFuture<>();
    simulator
        .faults()
        .add(
            Fault.on("POST", ".*/security-groups")
                .run(() -> groups.complete(groups()))
                .afterAnswer());
    assertThat(admin.post(GROUPS, BODY).status()).isEqualTo(201);
    assertThat(groups.join()).isEqualTo(1);
  }

  @Test
  void expiresTokensInTheMiddleOfARun() {
    simulator.faults().add(Fault.on("GET", ".*").skip(1).run(simulator::expireTokens));
    assertThat(admin.get(GROUPS).status()).isEqualTo(200);
    assertThat(admin.get(GROUPS).status()).isEqualTo(401);
    assertThat(Client.admin(simulator).get(GROUPS).status()).isEqualTo(200);
  }

  @Test
  void speaksHtmlWhereJsonIsExpected() {
    simulator.faults().add(Fault.on("GET", ".*").html(200));
    assertThat(admin.get(GROUPS).text()).startsWith("<html>");
  }

  @Test
  void delayedAnswerIsTheOrdinaryOne() {
    simulator.faults().add(Fault.on("GET", ".*").delay(Duration.ofMillis(20)));
    long start = System.nanoTime();
    assertThat(admin.get(GROUPS).status()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(20_000_000);
  }

  @Test
  void withdrawnFaultsDoNotStrike() {
    simulator.faults().add(Fault.on(".*", ".*").answer(500).always());
    assertThat(admin.get(GROUPS).status()).isEqualTo(500);
    simulator.faults().clear();
    assertThat(admin.get(GROUPS).status()).isEqualTo(200);
  }

  @Test
  void sixtyFourRequestsAreServedAtOnce() {
    CyclicBarrier barrier = new CyclicBarrier(64);
    simulator.faults().add(Fault.on("GET", ".*/quotas/.*").run(() -> await(barrier)).times(64));
    ExecutorService threads = Executors.newFixedThreadPool(64);
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 64)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> admin.get("/network/v2.0/quotas/p" + i).status(), threads))
            .toList();
    assertThat(all).extracting(CompletableFuture::join).containsOnly(200);
    threads.shutdown();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void parallelWritersLoseNothing() {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    simulator.cloud().network().setQuota("p", "security_group", 150);
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(() -> admin.post(GROUPS, BODY).status(), threads))
            .toList();
    simulator.cloud().network().setQuota("p", "security_group_rule", -1);
    long made = all.stream().map(CompletableFuture::join).filter(s -> s == 201).count();
    assertThat(groups()).isEqualTo((int) made);
    assertThat(simulator.cloud().network().groupCount("p")).isLessThanOrEqualTo(151);
    threads.shutdown();
  }
}
