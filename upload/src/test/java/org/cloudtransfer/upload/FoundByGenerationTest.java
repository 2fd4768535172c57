package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cloudtransfer.upload.Ran.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link GeneratedCloudTest} found, in small. */
class FoundByGenerationTest {
  @TempDir Path dir;

  @Test
  void aNegativePortIsNotTakenForAnyPort() {
    try (Bench bench = Bench.newton(dir).projects("p")) {
      bench.source.group("g", "p", "web").rules(Rule.ingress("g").tcp(-1, -1));

      Ran ran = bench.upload().exits(1).says("negative port");

      assertThat(ran.count("security-group-rules")).isEqualTo(new Count(0, 0, 0, 1, 0, 0, 1));
      String group = bench.cloud.cloud().network().groups("p", "web").get(0).id();
      assertThat(bench.cloud.cloud().network().rules(group)).isEmpty();
    }
  }

  @Test
  void aNegativePortOfAProtocolWithoutPortsIsNone() {
    try (Bench bench = Bench.newton(dir).projects("p")) {
      bench.source.group("g", "p", "web").rules(Rule.ingress("g").ports(-1, -1).from("g"));

      bench.upload().exits(0);

      bench.upload().exits(0);
    }
  }

  @Test
  void theTwinOfARefusedRuleIsNotSaidToBeThere() {
    try (Bench bench = Bench.newton(dir).projects("p")) {
      Rule refused = Rule.ingress("g").protocol("bogus");
      bench.source.group("g", "p", "web").rules(refused, refused);

      Ran ran = bench.upload().exits(1);

      assertThat(ran.count("security-group-rules")).isEqualTo(new Count(0, 0, 0, 0, 0, 2, 2));
      bench.cloud.requests().clear();
      bench.upload().exits(1);
      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void theTwinOfARuleOverTheQuotaIsNotSaidToBeThere() {
    try (Bench bench = Bench.newton(dir).projects("p")) {
      Rule rule = Rule.ingress("g").tcp(22, 22);
      bench
          .source
          .group("g", "p", "web")
          .rules(Rule.ingress("g").tcp(80, 80), rule, rule)
          .openEgress("g");
      bench.cloud.cloud().network().setQuota("p", "security_group_rule", 7);

      Ran ran = bench.upload().exits(1);

      assertThat(ran.count("security-group-rules")).isEqualTo(new Count(1, 0, 2, 0, 0, 2, 5));
      ran.says("which is not there", "Raise security_group_rule");
    }
  }

  /** Neutron makes it along with the group. */
  @Test
  void aDefaultGroupThatIsSkippedIsSkippedTheNextTimeToo() {
    try (Bench bench = Bench.newton(dir).projects("p")) {
      bench.source.defaultGroup("d", "p").group("g", "p", "web").rules(Rule.ingress("g").from("d"));
      bench.upload("--default-groups", "skip").exits(1);
      bench.cloud.requests().clear();

      bench.upload("--default-groups", "skip").exits(1);

      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void aUsersLimitThatNovaKeepsForProjectsIsWithheld() {
    try (Bench bench = Bench.newton(dir).projects("p").users("ann")) {
      bench.source.nova("p", "ann", "floating_ips", 99);

      bench.upload().exits(1).says("for projects only");

      assertThat(bench.cloud.cloud().compute().quotas("p")).isEmpty();
    }
  }
}
