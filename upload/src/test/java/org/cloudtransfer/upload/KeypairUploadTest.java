package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Compute;
import org.cloudtransfer.simulator.cloud.Keypair;
import org.cloudtransfer.simulator.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeypairUploadTest {
  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.newton(dir).users("ann", "bob");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Compute compute() {
    return bench.cloud.cloud().compute();
  }

  /** N1: keys of other users, in one run, each in its owner's name. */
  @Test
  void keysArriveInTheirOwnersName() {
    bench.source.keypair("ann", "laptop", Keys.rsa(1)).keypair("bob", "laptop", Keys.rsa(2));

    Ran ran = bench.upload().exits(0);

    assertThat(ran.count("keypairs").created()).isEqualTo(2);
    assertThat(compute().keypair("ann", "laptop").orElseThrow().publicKey()).isEqualTo(Keys.rsa(1));
    assertThat(compute().keypair("bob", "laptop").orElseThrow().publicKey()).isEqualTo(Keys.rsa(2));
    assertThat(compute().keypairs(bench.cloud.admin().id())).isEmpty();
  }

  /** N25: the type is not lost. */
  @Test
  void certificatesStayCertificates() {
    bench.source.keypair("ann", "windows", "x509", Keys.CERTIFICATE);

    bench.upload().exits(0);

    Keypair made = compute().keypair("ann", "windows").orElseThrow();
    assertThat(made.type()).isEqualTo("x509");
    assertThat(made.publicKey()).isEqualTo(Keys.CERTIFICATE);
  }

  @Test
  void theTextOfAKeyArrivesByteForByte() {
    String key = Keys.rsa(1) + " J\u00fcrgen \"J\"\\n <j@h>\n";
    bench.source.keypair("ann", "k", key);

    bench.upload().exits(0);

    assertThat(compute().keypair("ann", "k").orElseThrow().publicKey()).isEqualTo(key);
  }

  /** Several lines in one: Nova took the first for the key and kept them all. */
  @Test
  void aTextOfSeveralLinesIsCarriedAndRecognised() {
    bench.source.keypair("ann", "k", Keys.rsa(1) + "\n" + Keys.rsa(2) + "\n");

    bench.upload().exits(0);
    bench.cloud.requests().clear();

    assertThat(bench.upload().exits(0).count("keypairs").same()).isEqualTo(1);
    assertThat(bench.writes()).isEmpty();
  }

  /** D8: compared, not taken for a conflict. */
  @Test
  void theSameKeyWithAnotherCommentIsUnchanged() {
    String line = Keys.rsa(1);
    String bare = line.substring(0, line.lastIndexOf(' '));
    compute().addKeypair("ann", "k", "ssh", bare + " root@elsewhere", "f");
    bench.source.keypair("ann", "k", line);

    Ran ran = bench.upload().exits(0);

    assertThat(ran.count("keypairs").same()).isEqualTo(1);
    assertThat(bench.writes()).isEmpty();
  }

  /** D8, D34: reported, never overwritten. */
  @Test
  void anotherKeyOfTheSameNameIsLeftAloneAndReported() {
    compute().addKeypair("ann", "k", "ssh", Keys.rsa(9), "f");
    bench.source.keypair("ann", "k", Keys.rsa(1)).keypair("ann", "other", Keys.rsa(2));

    Ran ran = bench.upload().exits(1).says("another key of that name", "nothing was overwritten");

    assertThat(ran.count("keypairs").withheld()).isEqualTo(1);
    assertThat(ran.count("keypairs").created()).isEqualTo(1);
    assertThat(compute().keypair("ann", "k").orElseThrow().publicKey()).isEqualTo(Keys.rsa(9));
  }

  /** Below 2.92 Nova would generate a key pair and give us the private half. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void anEmptyKeyIsNeverSent(String key) {
    bench.source.keypair("ann", "k", key).keypair("ann", "n", null);

    Ran ran = bench.upload().exits(1).says("public key is empty");

    assertThat(ran.count("keypairs").withheld()).isEqualTo(2);
    assertThat(bench.writes()).isEmpty();
    assertThat(compute().keypairs()).isEmpty();
  }

  @Test
  void anEmptyKeyIsNotTakenForTheOneThatIsThere() {
    compute().addKeypair("ann", "k", "ssh", Keys.rsa(9), "f");
    bench.source.keypair("ann", "k", "");

    assertThat(bench.upload().exits(1).count("keypairs").withheld()).isEqualTo(1);
  }

  /** Nova takes them since Zed, but in an address they lead to something else. */
  @Test
  void namesThatNoAddressCanHoldAreWithheld() {
    try (Bench b = Bench.current(dir.resolve("c")).users("ann")) {
      b.source
          .keypair("ann", ".", Keys.rsa(1))
          .keypair("ann", "..", Keys.rsa(2))
          .keypair("ann", "...", Keys.rsa(3))
          .keypair("ann", "a@b.c", Keys.rsa(4));

      Ran ran = b.upload().exits(1).says("no URL can name it");

      assertThat(ran.count("keypairs").withheld()).isEqualTo(2);
      assertThat(ran.count("keypairs").created()).isEqualTo(2);
      b.command("rollback").exits(0);
      assertThat(b.cloud.cloud().compute().keypairs("ann")).isEmpty();
    }
  }

  /** N25: the names that Newton's Nova takes, and those that it does not. */
  @Test
  void namesThatNovaRefusesAreWithheldBeforeItRefusesThem() {
    List<String> good = List.of("a", "My key_2-x", "0", "x".repeat(255));
    List<String> bad =
        List.of(
            "a@b", "a.b", "J\u00fcrgen", " a", "a ", "a/b", "x".repeat(256), "a\nb", "a;rm -rf");
    Stream.concat(good.stream(), bad.stream())
        .forEach(name -> bench.source.keypair("ann", name, Keys.rsa(name.hashCode())));

    Ran ran = bench.upload().exits(1).says("does not take such a name");

    assertThat(ran.count("keypairs").created()).isEqualTo(good.size());
    assertThat(ran.count("keypairs").withheld()).isEqualTo(bad.size());
    assertThat(bench.writes()).hasSize(good.size());
  }

  @Test
  void namesWithAnAtSignGoToACloudThatTakesThem() {
    try (Bench current = Bench.current(dir.resolve("c")).users("ann")) {
      current
          .source
          .keypair("ann", "ann@host.example", Keys.rsa(1))
          .keypair("ann", "b c", Keys.rsa(2));

      assertThat(current.upload().exits(0).count("keypairs").created()).isEqualTo(2);
      assertThat(current.cloud.cloud().compute().keypair("ann", "ann@host.example")).isPresent();
    }
  }

  /** A key type that the target's cryptography library does not know: one row, not the run. */
  @Test
  void aKeyTypeThatTheTargetDoesNotKnowFailsAlone() {
    bench.source.keypair("ann", "ed", Keys.ed25519(1)).keypair("ann", "rsa", Keys.rsa(2));

    Ran ran = bench.upload().exits(1).says("failed to generate fingerprint", "type of key");

    assertThat(ran.count("keypairs").failed()).isEqualTo(1);
    assertThat(ran.count("keypairs").created()).isEqualTo(1);
  }

  /** What a Nova on MySQL says to a name that differs from another one in case only. */
  @Test
  void aNameThatTheTargetTakesForAnotherFailsAloneWithTheReason() {
    bench.source.keypair("ann", "Key", Keys.rsa(1)).keypair("ann", "key", Keys.rsa(2));
    bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").skip(1).times(1).answer(409));

    Ran ran = bench.upload().exits(1).says("ann / key", "differs in case only");

    assertThat(ran.count("keypairs").failed()).isEqualTo(1);
    assertThat(ran.count("keypairs").created()).isEqualTo(1);
  }

  /** The limit is that of the account that uploads; it is known before Nova says so. */
  @Test
  void theCallersLimitIsKeptAndNamed() {
    String project = bench.cloud.adminProject().id();
    compute().setQuota(project, "key_pairs", 3);
    compute().addKeypair("ann", "old", "ssh", Keys.rsa(9), "f");
    for (int i = 0; i < 4; i++) {
      bench.source.keypair("ann", "k" + i, Keys.rsa(i)).keypair("bob", "k" + i, Keys.rsa(i));
    }

    Ran ran = bench.upload().exits(1).says("limit of the account that uploads", project);

    assertThat(ran.count("keypairs").created()).isEqualTo(2 + 3);
    assertThat(ran.count("keypairs").withheld()).isEqualTo(2 + 1);
    assertThat(ran.count("keypairs").failed()).isZero();
  }

  /** D7: the archive's own quota for that project comes first. */
  @Test
  void aLimitThatThisRunRaisesFirstCounts() {
    String project = bench.cloud.adminProject().id();
    compute().setQuota(project, "key_pairs", 1);
    bench.source.nova(project, "key_pairs", 50);
    for (int i = 0; i < 4; i++) {
      bench.source.keypair("ann", "k" + i, Keys.rsa(i));
    }

    assertThat(bench.upload().exits(0).count("keypairs").created()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--keypairs", "--quotas-policy raise-only"})
  void aLimitThatThisRunDoesNotSetDoesNotCount(String options) {
    bench.source.nova(bench.cloud.adminProject().id(), "key_pairs", 1);
    for (int i = 0; i < 4; i++) {
      bench.source.keypair("ann", "k" + i, Keys.rsa(i));
    }

    assertThat(bench.upload(options.split(" ")).count("keypairs").created()).isEqualTo(4);
  }

  @Test
  void anUnlimitedCallerMayUploadAnyNumber() {
    compute().setQuota(bench.cloud.adminProject().id(), "key_pairs", -1);
    for (int i = 0; i < 120; i++) {
      bench.source.keypair("ann", "k" + i, Keys.rsa(i % 3));
    }

    assertThat(bench.upload().exits(0).count("keypairs").created()).isEqualTo(120);
  }

  @Test
  void aKeyThatSomebodyDeletedAfterwardsIsNotMadeAgain() {
    bench.source.keypair("ann", "k", Keys.rsa(1));
    bench.upload().exits(0);
    compute().removeKeypair("ann", "k");

    bench.upload().exits(1).says("deleted since");

    assertThat(compute().keypairs()).isEmpty();
  }

  /**
   * Two old accounts, one new one: nothing is lost in silence, and the second run says the same.
   */
  @Test
  void keysOfOneNameForOneAccountAreToldApart() {
    bench.users("eve");
    bench.source.keypair("left", "k", Keys.rsa(1)).keypair("gone", "k", Keys.rsa(2));

    Ran ran = bench.upload("--orphans", "assign=eve").exits(1);

    assertThat(ran.count("keypairs").created()).isEqualTo(1);
    assertThat(ran.count("keypairs").withheld()).isEqualTo(1);
    assertThat(compute().keypairs("eve")).hasSize(1);
    bench.upload("--orphans", "assign=eve").exits(1);
  }

  @Test
  void theSameKeyOfTwoAccountsThatBecomeOneIsNoReasonToLook() {
    bench.users("eve");
    bench.source.keypair("left", "k", Keys.rsa(1)).keypair("gone", "k", Keys.rsa(1));

    bench.upload("--orphans", "assign=eve").exits(0);
    bench.upload("--orphans", "assign=eve").exits(0);
  }

  /** What is there for neither must not be called unchanged. */
  @Test
  void theSameKeyOfTwoAccountsThatBecomeOneFailsForBoth() {
    bench.users("eve");
    bench.source.keypair("left", "k", Keys.rsa(1)).keypair("gone", "k", Keys.rsa(1));
    bench.cloud.faults().add(Fault.on("POST", ".*/os-keypairs").answer(403));

    Ran ran = bench.upload("--orphans", "assign=eve").exits(1);

    assertThat(ran.count("keypairs").failed()).isEqualTo(2);
  }

  @Test
  void onlyTheSelectedUsersKeysAreCarried() {
    bench
        .source
        .user("ann", "Ann", "Default", org.cloudtransfer.resource.User.Origin.SQL)
        .keypair("ann", "k", Keys.rsa(1))
        .keypair("bob", "k", Keys.rsa(2));

    Ran ran = bench.upload("--user", "Ann").exits(0); // N23

    assertThat(ran.count("keypairs").rows()).isEqualTo(1);
    assertThat(compute().keypairs("bob")).isEmpty();
  }

  @Test
  void anUnknownUserInTheSelectionIsSaidAloud() {
    bench.source.keypair("ann", "k", Keys.rsa(1));

    bench.upload("--user", "nobody").exits(2).says("--user nobody matches nothing"); // N15, N23

    assertThat(bench.writes()).isEmpty();
  }

  /** D14. */
  @Test
  void anArchiveOfKeysAloneNeedsNoSelection() {
    bench.source.only(ResourceKind.KEYPAIRS).keypair("ann", "k", Keys.rsa(1));

    bench.upload().exits(0);
    bench.upload("--quotas").exits(2).says("does not hold nova-quotas, neutron-quotas");
  }

  @Test
  void aThousandKeysOfManyUsersAreAllCarried() {
    try (Bench many = Bench.of(SimulatorOptions.current(), dir.resolve("m"))) {
      for (int i = 0; i < 250; i++) {
        many.users("u" + i);
        for (int k = 0; k < 4; k++) {
          many.source.keypair("u" + i, "k" + k, Keys.rsa(k));
        }
      }
      many.upload("--workers", "4").exits(0); // N19
      assertThat(many.cloud.cloud().compute().keypairs()).hasSize(1000);
    }
  }
}
