package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenLifeTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
  private final Simulator simulator =
      Simulator.start(
          SimulatorOptions.current().clock(new HandClock()).tokenLife(Duration.ofMinutes(1)));
  private final Client admin = Client.admin(simulator);

  private final class HandClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private List<Integer> statuses() {
    String project = simulator.adminProject().id();
    return List.of(
        admin.get("/identity/v3/projects").status(),
        admin.get("/compute/v2.1/os-keypairs").status(),
        admin.get("/network/v2.0/quotas").status(),
        admin.get("/volume/v3/" + project + "/types").status());
  }

  @Test
  void holdsUntilItsEndAndIsThenRefusedByAllServices() {
    now.updateAndGet(t -> t.plusSeconds(59));
    assertThat(statuses()).containsOnly(200);
    now.updateAndGet(t -> t.plusSeconds(1));
    assertThat(statuses()).containsOnly(401);
  }

  @Test
  void refusalHasKeystonesBodyAndSaysWhereToLogIn() {
    simulator.expireTokens();
    Client.Answer answer = admin.get("/network/v2.0/quotas");
    assertThat(answer.at("/error/code").asInt()).isEqualTo(401);
    assertThat(answer.at("/error/title").asText()).isEqualTo("Unauthorized");
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Keystone uri=\"" + simulator.authUrl() + "\"");
    assertThat(answer.header("x-openstack-request-id")).startsWith("req-");
  }

  @Test
  void expiredTokensDoNotHinderNewOnes() {
    simulator.expireTokens();
    assertThat(statuses()).containsOnly(401);
    assertThat(Client.admin(simulator).get("/network/v2.0/quotas").status()).isEqualTo(200);
  }
}
