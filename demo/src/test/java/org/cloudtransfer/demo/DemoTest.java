package org.cloudtransfer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.sample.SampleUser;
import org.cloudtransfer.demo.target.NewCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
  @TempDir private Path directory;

  @Test
  void endStateEqualsTheDescriptionObjectByObject() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try (NewCloud to = NewCloud.start(Stage.sample())) {
      boolean good = new Demo(Stage.sample(), directory, out).run(Stage.from(), to);
      assertThat(good).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("$ download --directory soc6", "$ upload --tarball soc6.tar.bz2")
        .contains("requests to write of the second upload: 0");
  }

  @Test
  void sampleIsAsLargeAndAsOddAsPromised() {
    Sample sample = Stage.sample();
    assertThat(sample.projects()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(sample.users()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(sample.users().stream().filter(u -> u.kind() == SampleUser.Kind.LDAP).count())
        .isGreaterThanOrEqualTo(100);
    assertThat(sample.groups()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(sample.groups()).anyMatch(g -> g.rules().isEmpty());
    assertThat(sample.groups()).anyMatch(g -> g.name().contains("\n"));
    assertThat(sample.groups()).anyMatch(g -> g.description() == null);
    assertThat(sample.keypairs()).anyMatch(k -> k.type().equals("x509"));
    assertThat(sample.keypairs()).anyMatch(k -> k.name().length() == 255);
    for (Fate fate : Fate.values()) {
      boolean ofQuotas = sample.quotas().stream().anyMatch(q -> q.fate() == fate);
      boolean ofKeypairs = sample.keypairs().stream().anyMatch(k -> k.fate() == fate);
      assertThat(ofQuotas || ofKeypairs).as(fate.name()).isTrue();
    }
  }

  @Test
  void sampleIsTheSameEachTime() {
    assertThat(Sample.describe()).isEqualTo(Sample.describe());
  }
}
