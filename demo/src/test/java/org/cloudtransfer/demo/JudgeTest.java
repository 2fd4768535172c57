package org.cloudtransfer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.SampleKeypair;
import org.cloudtransfer.simulator.cloud.Cloud;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judge that finds nothing is worth nothing: each kind of fault must show. */
final class JudgeTest {
  @TempDir private static Path directory;

  private static Stage stage;
  private static String report;

  @BeforeAll
  static void transfer() throws Exception {
    stage = Stage.set(directory);
    report = stage.upload().output();
  }

  @AfterAll
  static void end() {
    stage.close();
  }

  private static Cloud cloud() {
    return stage.simulator().cloud();
  }

  private static Network network() {
    return cloud().network();
  }

  /** Does, looks, undoes. */
  private static void assertNoticed(Runnable fault, Runnable repair, String words) {
    fault.run();
    assertThat(stage.check().of(stage.state()).differences())
        .isNotEmpty()
        .anyMatch(difference -> difference.contains(words));
    repair.run();
    assertThat(stage.check().of(stage.state()).differences()).isEmpty();
  }

  private static SecurityGroup group(String name) {
    return network().groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noticesNothingIfAllIsWell() {
    assertThat(stage.check().of(stage.state(), report).differences()).isEmpty();
  }

  @Test
  void noticesLostRule() {
    SecurityGroupRule rule = network().rules(group("circle a").id()).get(0);
    assertNoticed(() -> network().removeRule(rule.id()), () -> network().addRule(rule), "circle a");
  }

  @Test
  void noticesRuleThatAdmitsMore() {
    String[] id = new String[1];
    assertNoticed(
        () ->
            id[0] =
                network()
                    .addRule(group("circle b"), "ingress", "IPv4", "tcp", 1, 10, null, null)
                    .id(),
        () -> network().removeRule(id[0]),
        "circle b");
  }

  @Test
  void noticesCircleTurnedRound() {
    SecurityGroup a = group("circle a");
    SecurityGroupRule rule =
        network().rules(a.id()).stream()
            .filter(r -> r.remoteGroupId() != null)
            .findFirst()
            .orElseThrow();
    String[] id = new String[1];
    assertNoticed(
        () -> {
          network().removeRule(rule.id());
          String c = group("circle c").id();
          id[0] = network().addRule(a, "ingress", "IPv4", "tcp", 1, 10, null, c).id();
        },
        () -> {
          network().removeRule(id[0]);
          network().addRule(rule);
        },
        "circle a");
  }

  @Test
  void noticesRuleThatIsThereTwice() {
    SecurityGroupRule rule = network().rules(group("circle c").id()).get(0);
    String[] id = new String[1];
    assertNoticed(
        () ->
            id[0] =
                network()
                    .addRule(
                        group("circle c"),
                        rule.direction(),
                        rule.ethertype(),
                        rule.protocol(),
                        rule.portRangeMin(),
                        rule.portRangeMax(),
                        rule.remoteIpPrefix(),
                        rule.remoteGroupId())
                    .id(),
        () -> network().removeRule(id[0]),
        "twice");
  }

  @Test
  void noticesGroupThatIsThereTwice() {
    SecurityGroup group = group("monitoring");
    String[] id = new String[1];
    assertNoticed(
        () -> id[0] = network().addGroup(group.projectId(), group.name(), group.description()).id(),
        () -> network().removeGroup(id[0]),
        "monitoring");
  }

  @Test
  void noticesKeypairUnderAnotherTextOrUserOrMissing() {
    SampleKeypair some =
        stage.check().sample().keypairs().stream()
            .filter(k -> k.fate() == Fate.CARRIED)
            .findFirst()
            .orElseThrow();
    String user = some.user().targetId();
    var right = cloud().compute().keypair(user, some.name()).orElseThrow();
    assertNoticed(
        () -> cloud().compute().addKeypair(user, some.name(), "ssh", "ssh-rsa AAAA", "aa"),
        () -> cloud().compute().put(right),
        some.name());
    assertNoticed(
        () -> cloud().compute().removeKeypair(user, some.name()),
        () -> cloud().compute().put(right),
        some.name());
    assertNoticed(
        () -> cloud().compute().addKeypair("jürgen", "raw ID", "ssh", "ssh-rsa AAAA", "aa"),
        () -> cloud().compute().removeKeypair("jürgen", "raw ID"),
        "too many");
  }

  @Test
  void noticesLimitThatNobodyAskedFor() {
    String project = stage.check().sample().projects().get(1).id();
    int before = cloud().volume().quotas(project).get("volumes");
    assertNoticed(
        () -> cloud().volume().setQuota(project, "volumes", before + 1),
        () -> cloud().volume().setQuota(project, "volumes", before),
        "volumes");
  }

  @Test
  void noticesTouchedBystander() {
    SecurityGroup group =
        network().groups().stream()
            .filter(g -> g.description().equals("of strangers"))
            .findFirst()
            .orElseThrow();
    SecurityGroupRule rule = network().rules(group.id()).get(0);
    assertNoticed(
        () -> network().removeRule(rule.id()), () -> network().addRule(rule), "of strangers");
  }

  @Test
  void noticesRowMissingInReport() {
    String forged = report.replaceAll("(?m)^(keypairs .*) (\\d+)$", "$1 1");
    assertThat(stage.check().of(stage.state(), forged).differences())
        .anyMatch(difference -> difference.startsWith("keypairs"));
  }
}
