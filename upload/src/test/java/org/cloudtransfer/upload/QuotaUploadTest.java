package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.cloud.Volume;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaUploadTest {
  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.newton(dir).projects("p", "q").users("ann", "bob");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Compute compute() {
    return bench.cloud.cloud().compute();
  }

  private Network network() {
    return bench.cloud.cloud().network();
  }

  private Volume volume() {
    return bench.cloud.cloud().volume();
  }

  /** Neutron has always taken any negative number for no limit, and its API takes -1 only. */
  @Test
  void anyNegativeLimitOfNeutronBecomesMinusOneAndIsTold() {
    bench.source.neutron("p", "port", -7).neutron("q", "port", -1);
    String told = "The source has -7, which Neutron takes for no limit: it becomes -1";

    bench.command("plan").exits(0).says(told);
    bench.upload().exits(0).says(told);

    assertThat(network().quotas("p")).isEqualTo(Map.of("port", -1));
    bench.upload().exits(0).says(told).saysNot("the source has -1");
    bench.command("verify").exits(0);
  }

  /** N3: of all three services, one request for each owner. */
  @Test
  void limitsOfAllServicesArriveWithOneRequestForEachOwner() {
    volume().addType("fast");
    bench
        .source
        .nova("p", "cores", 40)
        .nova("p", "ram", 1000)
        .neutron("p", "port", 77)
        .neutron("p", "router", 3)
        .cinder("p", "volumes", 11)
        .cinder("p", "gigabytes_fast", 5);

    Ran ran = bench.upload().exits(0);

    assertThat(compute().quotas("p")).isEqualTo(Map.of("cores", 40, "ram", 1000));
    assertThat(network().quotas("p")).isEqualTo(Map.of("port", 77, "router", 3));
    assertThat(volume().quotas("p")).isEqualTo(Map.of("volumes", 11, "gigabytes_fast", 5));
    assertThat(ran.count("nova-quotas").updated()).isEqualTo(2);
    assertThat(ran.count("neutron-quotas").updated()).isEqualTo(2);
    assertThat(ran.count("cinder-quotas").updated()).isEqualTo(2);
    assertThat(bench.writes()).hasSize(3);
  }

  /** D31: Cinder answers 400 to "10". */
  @Test
  void limitsAreSentAsNumbers() {
    bench.source.nova("p", "cores", 40).neutron("p", "port", -1).cinder("p", "volumes", 0);

    bench.upload().exits(0);

    assertThat(bench.bodies("PUT", "/p"))
        .containsExactlyInAnyOrder(
            "{\"quota_set\":{\"cores\":40}}",
            "{\"quota\":{\"port\":-1}}",
            "{\"quota_set\":{\"volumes\":0}}");
  }

  /** N4: unlimited, none at all, and not said are three things. */
  @Test
  void unlimitedZeroAndAbsentStayApart() {
    bench
        .source
        .nova("p", "cores", -1)
        .nova("p", "floating_ips", 0)
        .neutron("p", "port", -1)
        .neutron("p", "router", 0)
        .cinder("p", "volumes", -1)
        .cinder("p", "snapshots", 0);

    bench.upload().exits(0);

    assertThat(compute().quotas("p")).isEqualTo(Map.of("cores", -1, "floating_ips", 0));
    assertThat(network().quotas("p")).isEqualTo(Map.of("port", -1, "router", 0));
    assertThat(volume().quotas("p")).isEqualTo(Map.of("volumes", -1, "snapshots", 0));
    assertThat(compute().quotas("q")).isEmpty();
  }

  @Test
  void aLimitThatTheSourceHasAsNullIsWithheld() {
    bench
        .source
        .nova("p", "cores", null)
        .neutron("p", "port", null)
        .cinder("p", "volumes", null)
        .cinder("p", "snapshots", 3);

    Ran ran = bench.upload().exits(1).says("NULL", "-1 is unlimited");

    assertThat(ran.count("nova-quotas").withheld()).isEqualTo(1);
    assertThat(ran.count("neutron-quotas").withheld()).isEqualTo(1);
    assertThat(ran.count("cinder-quotas").withheld()).isEqualTo(1);
    assertThat(volume().quotas("p")).isEqualTo(Map.of("snapshots", 3));
  }

  /** Neutron itself takes any negative limit for none. */
  @Test
  void aLimitBelowMinusOneIsWithheldEvenIfForced() {
    bench
        .source
        .nova("p", "cores", -5)
        .nova("p", "ram", 1024)
        .cinder("p", "volumes", -3)
        .cinder("p", "snapshots", 3);

    Ran ran = bench.upload("--force").exits(1).says("-5, which no API can set", "-1 is unlimited");

    assertThat(ran.count("nova-quotas").withheld()).isEqualTo(1);
    assertThat(ran.count("cinder-quotas").withheld()).isEqualTo(1);
    assertThat(compute().quotas("p")).isEqualTo(Map.of("ram", 1024));
    assertThat(volume().quotas("p")).isEqualTo(Map.of("snapshots", 3));
    bench.command("verify", "--force").exits(4).says("-5, which no API can set");
  }

  @Test
  void equalLimitsNeedNoRequest() {
    compute().setQuota("p", "cores", 40);
    bench
        .source
        .nova("p", "cores", 40)
        .nova("p", "ram", 51200)
        .neutron("p", "port", 50)
        .cinder("p", "volumes", 10);

    Ran ran = bench.upload().exits(0);

    assertThat(ran.count("nova-quotas").same()).isEqualTo(2);
    assertThat(bench.writes()).isEmpty();
  }

  /** D9, N6: listed, and the others arrive. */
  @Test
  void namesThatTheTargetDoesNotKnowAreListedAndDoNotSinkTheOthers() {
    bench
        .source
        .neutron("p", "vip", 10)
        .neutron("p", "health_monitor", -1)
        .neutron("p", "port", 77)
        .nova("p", "consoles", 3)
        .nova("p", "cores", 40)
        .cinder("p", "consistencygroups", 10)
        .cinder("p", "volumes", 11);

    Ran ran = bench.upload().exits(0).says("no such limit", "vip", "health_monitor");

    assertThat(ran.count("neutron-quotas").inapplicable()).isEqualTo(2);
    assertThat(network().quotas("p")).isEqualTo(Map.of("port", 77));
    assertThat(compute().quotas("p")).isEqualTo(Map.of("cores", 40));
    assertThat(volume().quotas("p")).isEqualTo(Map.of("volumes", 11));
  }

  /** Newton's plain quota set echoes names that merely have a row. */
  @Test
  void aNameThatIsOnlyEchoedIsNotSent() {
    network().setQuota("p", "vip", 10);
    bench.source.neutron("p", "vip", 20).neutron("p", "port", 77);

    Ran ran = bench.upload().exits(0);

    assertThat(ran.count("neutron-quotas").inapplicable()).isEqualTo(1);
    assertThat(network().quotas("p")).containsEntry("port", 77).containsEntry("vip", 10);
  }

  /** D9: a volume type's limit waits for its type. */
  @Test
  void limitsOfAMissingVolumeTypeAreWithheldUntilItIsThere() {
    bench
        .source
        .cinder("p", "volumes_gold", 5)
        .cinder("p", "gigabytes_gold", 50)
        .cinder("p", "snapshots_gold", 7)
        .cinder("p", "volumes", 11);

    Ran ran = bench.upload().exits(1).says("no volume type gold", "Create the volume type");

    assertThat(ran.count("cinder-quotas").withheld()).isEqualTo(3);
    assertThat(volume().quotas("p")).isEqualTo(Map.of("volumes", 11));
    volume().addType("gold");
    assertThat(bench.upload().exits(0).count("cinder-quotas").updated()).isEqualTo(3);
  }

  /** D16, N5: withheld with the way out; with --force it goes. */
  @Test
  void aNovaLimitBelowUsageIsWithheldUnlessForced() {
    compute().use("p", "ann", "cores", 8);
    bench.source.nova("p", "cores", 4).nova("p", "ram", 1000);

    Ran ran = bench.upload().exits(1).says("below the 8 in use", "--force");

    assertThat(ran.count("nova-quotas").withheld()).isEqualTo(1);
    assertThat(compute().quotas("p")).isEqualTo(Map.of("ram", 1000));
    assertThat(bench.upload("--force").exits(0).count("nova-quotas").updated()).isEqualTo(1);
    assertThat(compute().quotas("p")).containsEntry("cores", 4);
  }

  @Test
  void aCinderLimitBelowUsageIsWithheldUnlessForced() {
    volume().use("p", "volumes", 8);
    bench.source.cinder("p", "volumes", 4).cinder("p", "gigabytes", 5);

    assertThat(bench.upload().exits(1).count("cinder-quotas").withheld()).isEqualTo(1);
    assertThat(volume().quotas("p")).isEqualTo(Map.of("gigabytes", 5));
    bench.upload("--force").exits(0);
    assertThat(volume().quotas("p")).containsEntry("volumes", 4);
  }

  @Test
  void unlimitedIsNeverBelowUsage() {
    compute().use("p", "ann", "cores", 8);
    volume().use("p", "volumes", 8);
    bench.source.nova("p", "cores", -1).cinder("p", "volumes", -1);

    bench.upload().exits(0);
  }

  @Test
  void raiseOnlyRaisesOnly() {
    compute().setQuota("p", "instances", -1);
    bench
        .source
        .nova("p", "cores", 40)
        .nova("p", "ram", 10)
        .nova("p", "instances", 500)
        .nova("p", "key_pairs", -1);

    Ran ran =
        bench.upload("--quotas-policy", "raise-only").exits(1).says("is higher than 10", "exact");

    assertThat(ran.count("nova-quotas").withheld()).isEqualTo(2);
    assertThat(compute().quotas("p"))
        .isEqualTo(Map.of("cores", 40, "key_pairs", -1, "instances", -1));
  }

  /** D16: a user's limit is measured against what the project has. */
  @Test
  void projectsComeBeforeTheirUsers() {
    bench
        .source
        .nova("p", "ann", "cores", 200)
        .nova("p", "bob", "cores", 150)
        .nova("p", "cores", 400);

    bench.upload("--workers", "8").exits(0);

    assertThat(compute().quotas("p", "ann")).isEqualTo(Map.of("cores", 200));
    assertThat(compute().quotas("p", "bob")).isEqualTo(Map.of("cores", 150));
  }

  /** D12. */
  @Test
  void aProjectWithLimitsOfUsersAloneIsNoCrash() {
    bench.source.nova("p", "ann", "cores", 7);

    bench.upload().exits(0);

    assertThat(compute().quotas("p")).isEmpty();
    assertThat(compute().quotas("p", "ann")).isEqualTo(Map.of("cores", 7));
  }

  @Test
  void aUsersLimitThatDoesNotFitItsProjectFailsAlone() {
    bench.source.nova("p", "ann", "cores", 500).nova("p", "ann", "ram", 100).nova("p", "cores", 30);

    Ran ran = bench.upload().exits(1).says("must be less than or equal to 30", "--force");

    assertThat(ran.count("nova-quotas").failed()).isEqualTo(1);
    assertThat(compute().quotas("p", "ann")).isEqualTo(Map.of("ram", 100));
    bench.upload("--force").exits(0);
    assertThat(compute().quotas("p", "ann")).containsEntry("cores", 500);
  }

  /** Until it has one of its own, a user's limit reads as the project's. */
  @Test
  void aUsersLimitThatEqualsTheProjectsFormerOneIsSet() {
    bench.source.nova("p", "cores", 400).nova("p", "ann", "cores", 20);

    bench.upload().exits(0);

    assertThat(compute().quotas("p", "ann")).isEqualTo(Map.of("cores", 20));
    bench.cloud.requests().clear();
    bench.upload().exits(0);
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aUsersLimitThatTheProjectsNewOneBringsNeedsNoForce() {
    bench.source.nova("p", "cores", 5).nova("p", "ann", "cores", 5);

    bench.upload().exits(0);
    bench.cloud.requests().clear();

    bench.upload().exits(0);
    assertThat(bench.writes()).isEmpty();
  }

  /** N24: one bad limit makes the service refuse the whole set; the others arrive all the same. */
  @Test
  void oneRefusedLimitDoesNotLoseTheOthers() {
    compute().setQuota("p", "ann", "cores", 30);
    compute().setQuota("p", "cores", 50);
    bench.source.nova("p", "cores", 25).nova("p", "ram", 7).nova("p", "instances", 3);

    Ran ran = bench.upload().exits(1);

    assertThat(ran.count("nova-quotas").failed()).isEqualTo(1);
    assertThat(ran.count("nova-quotas").updated()).isEqualTo(2);
    assertThat(compute().quotas("p")).isEqualTo(Map.of("cores", 50, "ram", 7, "instances", 3));
  }

  /** Newton takes quotas for any made-up project: D10 for projects. */
  @Test
  void projectsThatTheTargetLacksAreWithheldThoughServicesWouldTakeThem() {
    bench
        .source
        .nova("gone", "cores", 40)
        .neutron("gone", "port", 77)
        .cinder("gone", "volumes", 11)
        .nova("p", "cores", 41);

    Ran ran = bench.upload().exits(1).says("the project gone is not in the target");

    assertThat(ran.count("nova-quotas").withheld()).isEqualTo(1);
    assertThat(ran.count("neutron-quotas").withheld()).isEqualTo(1);
    assertThat(ran.count("cinder-quotas").withheld()).isEqualTo(1);
    assertThat(compute().quotas("gone")).isEmpty();
    assertThat(network().quotas("gone")).isEmpty();
    assertThat(volume().quotas("gone")).isEmpty();
    assertThat(bench.writes()).extracting(LoggedRequest::path).noneMatch(p -> p.contains("gone"));
  }

  /** Keystone may cut its list of projects short. */
  @Test
  void aProjectBeyondTheListLimitIsNotTakenForMissing() {
    try (Bench short1 = Bench.of(SimulatorOptions.newton().listLimit(2), dir.resolve("s"))) {
      for (int i = 0; i < 5; i++) {
        short1.projects("p" + i).source.nova("p" + i, "cores", 40 + i);
      }
      assertThat(short1.upload().exits(0).count("nova-quotas").updated()).isEqualTo(5);
    }
  }

  @Test
  void limitsOfUnknownUsersAreWithheld() {
    bench.source.nova("p", "nobody", "cores", 3);

    bench.upload().exits(1).says("the user nobody is not in the target");

    assertThat(compute().userQuotas("p")).isEmpty();
  }

  /** Limits are no key pairs: what --orphans assigns is keys. */
  @Test
  void limitsOfTwoUsersWhoBecomeOneAreNotForgotten() {
    bench.users("eve");
    bench.source.nova("p", "left", "cores", 3).nova("p", "gone", "cores", 4);

    Ran ran = bench.upload("--orphans", "assign=eve").saysNot("forgotten");

    assertThat(ran.count("nova-quotas").failed()).isZero();
  }

  /** D20: what somebody decided after our run is not undone. */
  @Test
  void aLimitThatSomebodyChangedAfterwardsIsLeft() {
    bench.source.nova("p", "cores", 40);
    bench.upload().exits(0);
    compute().setQuota("p", "cores", 60);
    bench.cloud.requests().clear();

    bench.upload().exits(1).says("changed to 60 since");

    assertThat(bench.writes()).isEmpty();
    assertThat(compute().quotas("p")).isEqualTo(Map.of("cores", 60));
  }

  /** Any negative limit of Neutron is unlimited; Neutron's API takes -1 only. */
  @Test
  void neutronsOtherNegativeLimitsAreUnlimited() {
    bench.source.neutron("p", "port", -5);

    bench.upload().exits(0).says("Worth knowing", "the source has -5", "p / port");

    assertThat(network().quotas("p")).isEqualTo(Map.of("port", -1));
  }

  @Test
  void novaIsSpokenToAtAVersionThatKnowsForceAndNetworkLimits() {
    compute().use("p", "ann", "cores", 8);
    bench.source.nova("p", "cores", 4).nova("p", "floating_ips", 3).nova("p", "security_groups", 9);

    assertThat(bench.upload("--force").exits(0).count("nova-quotas").updated()).isEqualTo(3);
    assertThat(compute().quotas("p"))
        .isEqualTo(Map.of("cores", 4, "floating_ips", 3, "security_groups", 9));
  }

  @Test
  void whatTheAnswerShowsIsNotReadAgain() {
    bench.source.nova("p", "cores", 40).cinder("p", "volumes", 11);

    bench.upload().exits(0);

    assertThat(bench.cloud.requests().matching("GET", ".*/os-quota-sets/p")).hasSize(2);
  }

  @Test
  void whatTheAnswerDoesNotShowIsReadAgain() {
    bench.source.nova("p", "cores", 40);
    bench
        .cloud
        .faults()
        .add(
            org.cloudtransfer.simulator.http.Fault.on("PUT", ".*/os-quota-sets/p")
                .afterEffect()
                .answer(new org.cloudtransfer.simulator.http.Reply(200, Map.of(), ""))
                .always());

    bench.upload().exits(0);

    assertThat(bench.cloud.requests().matching("GET", ".*/os-quota-sets/p")).hasSize(2);
  }

  /** As Nova with unified limits does: it takes the limit and shows another. */
  @Test
  void aServiceThatTakesALimitAndKeepsItNotIsFoundOut() {
    bench.source.nova("p", "cores", 40);
    bench
        .cloud
        .faults()
        .add(
            org.cloudtransfer.simulator.http.Fault.on("PUT", ".*/os-quota-sets/p")
                .answer(
                    new org.cloudtransfer.simulator.http.Reply(
                        200, Map.of("Content-Type", "application/json"), "{\"quota_set\":{}}"))
                .always());

    Ran ran = bench.upload().exits(1).says("took it but does not show it", "unified limits");

    assertThat(ran.count("nova-quotas").failed()).isEqualTo(1);
  }

  /** Nova takes them and ignores them: they have their place in Keystone, under other names. */
  @Test
  void limitsThatKeystoneKeepsAreWithheldWithTheCommandThatSetsThem() {
    SimulatorOptions unified =
        SimulatorOptions.of(Profile.EPOXY).unifiedLimits(Map.of("class:VCPU", 20));
    try (Bench late = Bench.of(unified, dir.resolve("late"))) {
      late.projects("p").users("ann");
      late.source.nova("p", "cores", 40).nova("p", "ram", 512).nova("p", "ann", "cores", 7);

      for (int run = 0; run < 2; run++) {
        Ran ran =
            late.upload()
                .exits(1)
                .says(
                    "Keystone keeps the limits",
                    "openstack limit create --project p --service nova --resource-limit 40"
                        + " class:VCPU",
                    "registered limit create --service nova --default-limit 0 class:MEMORY_MB",
                    "none of users");
        assertThat(ran.count("nova-quotas").withheld()).isEqualTo(3);
      }
      late.command("verify")
          .exits(4)
          .says(
              "Keystone keeps the limits",
              "-> Run: openstack limit create --project p --service nova --resource-limit 40"
                  + " class:VCPU",
              "-> Run: openstack registered limit create --service nova --default-limit 0"
                  + " class:MEMORY_MB; openstack limit create --project p --service nova"
                  + " --resource-limit 512 class:MEMORY_MB",
              "none of users")
          .saysNot("Different:");
    }
  }

  /** From 2025.1 on Neutron compares with usage, unlimited as the number -1. */
  @Test
  void unlimitedNeedsNoForceInNeutron() {
    try (Bench late = Bench.of(SimulatorOptions.of(Profile.EPOXY), dir.resolve("late"))) {
      late.projects("p").cloud.cloud().network().use("p", "port", 3);
      late.source.neutron("p", "port", -1).neutron("p", "network", 7);

      late.upload().exits(0);

      assertThat(late.cloud.cloud().network().quotas("p"))
          .isEqualTo(Map.of("port", -1, "network", 7));
    }
  }

  @Test
  void onlyTheSelectedProjectsLimitsAreSet() {
    bench.source.project("p", "Production").nova("p", "cores", 40).nova("q", "cores", 41);

    bench.upload("--project", "Production").exits(0); // D23, N23

    assertThat(compute().quotas("p")).isNotEmpty();
    assertThat(compute().quotas("q")).isEmpty();
  }

  @Test
  void onlyTheSelectedServicesLimitsAreSet() {
    bench.source.nova("p", "cores", 40).neutron("p", "port", 77).cinder("p", "volumes", 11);

    bench.upload("--neutron-quotas").exits(0); // D21
    assertThat(network().quotas("p")).isNotEmpty();
    assertThat(compute().quotas("p")).isEmpty();
    assertThat(volume().quotas("p")).isEmpty();
    bench.upload("--quotas").exits(0);
    assertThat(List.of(compute().quotas("p"), volume().quotas("p")))
        .containsExactly(Map.of("cores", 40), Map.of("volumes", 11));
  }

  @Test
  void itWorksWithACurrentCloudToo() {
    try (Bench current = Bench.current(dir.resolve("c")).projects("p").users("ann")) {
      current
          .source
          .nova("p", "cores", 40)
          .nova("p", "injected_files", 6)
          .nova("p", "ann", "cores", 7)
          .neutron("p", "port", 77)
          .cinder("p", "volumes", 11);

      current.upload().exits(0);

      assertThat(current.cloud.cloud().compute().quotas("p"))
          .isEqualTo(Map.of("cores", 40, "injected_files", 6));
      current.cloud.requests().clear();
      current.upload().exits(0);
      assertThat(current.writes()).isEmpty();
    }
  }
}
