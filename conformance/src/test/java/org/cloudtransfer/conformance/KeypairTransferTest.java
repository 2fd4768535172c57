package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.resource.ResourceKind.KEYPAIRS;
import static org.cloudtransfer.resource.ResourceKind.SECURITY_GROUPS;

import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.resource.User.Origin;
import org.cloudtransfer.simulator.cloud.Profile;
import org.junit.jupiter.api.io.TempDir;

/** Keypairs end up with the right person, unchanged, or are named with the reason. */
class KeypairTransferTest {
  private static final String KEY = Keys.rsa(1, 2048);
  private static final String OTHER_KEY = Keys.rsa(2, 2048);

  @TempDir private Path directory;

  private Run upload(CloudUnderTest cloud, ArchiveOf archive, String... options) {
    return cloud.upload(archive.only(KEYPAIRS).write(directory), options);
  }

  /** An archive with one user of the old cloud's LDAP, whose ID is the login. */
  private static ArchiveOf ofLdapUser(String login, String keyName) {
    return new ArchiveOf().user(login, login, "Default", Origin.LDAP).keypair(login, keyName, KEY);
  }

  @Fact("N1")
  void keypairsOfOtherUsersAreImportedForThem(CloudUnderTest cloud) {
    String one = cloud.user();
    String two = cloud.user();
    Run run =
        upload(cloud, new ArchiveOf().keypair(one, "key", KEY).keypair(two, "key", OTHER_KEY));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.keypairs(one)).isEqualTo(Map.of("key", KEY));
    assertThat(cloud.keypairs(two)).isEqualTo(Map.of("key", OTHER_KEY));
  }

  @Fact({"N2", "D5"})
  void keypairOfAnLdapUserGoesToTheIdThatKeystoneComputes(CloudUnderTest cloud) {
    String name = CloudUnderTest.fresh("key");
    String alice = cloud.ldapUser("alice");
    try {
      Run run = upload(cloud, ofLdapUser("alice", name));
      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(cloud.keypairs(alice)).containsEntry(name, KEY);
      assertThat(cloud.keypairs("alice")).isEmpty();
    } finally {
      cloud.removeKeypair(alice, name);
    }
  }

  @Fact({"D27", "N2"})
  void theDirectoryIsNeverListed(CloudUnderTest cloud) {
    String name = CloudUnderTest.fresh("key");
    try {
      Run run = upload(cloud, ofLdapUser("bob", name), "--user-domain", "ldap_users");
      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(run.requests())
          .anyMatch(line -> line.contains("/users"))
          .noneMatch(line -> line.matches(".*/users(\\?(?!.*\\bname=).*)? -> .*"));
    } finally {
      cloud.removeKeypair(cloud.ldapUser("bob"), name);
    }
  }

  @Fact({"D10", "N14"})
  void keypairsOfUsersWhoAreGoneAreWithheldAndNamed(CloudUnderTest cloud) {
    String gone = CloudUnderTest.fresh("gone");
    String user = cloud.user();
    ArchiveOf archive =
        new ArchiveOf()
            .user(gone, gone, "Default", Origin.LDAP)
            .keypair(gone, "orphan", KEY)
            .keypair(user, "key", KEY);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.count("keypairs", "withheld")).isEqualTo(1);
    assertThat(run.out()).contains("user " + gone + " is not in the target");
    assertThat(cloud.keypairs(gone)).isEmpty();
    assertThat(cloud.keypairs(user)).containsOnlyKeys("key");
  }

  @Fact("N14")
  void orphansCanStopTheRunBeforeAnythingIsWritten(CloudUnderTest cloud) {
    String user = cloud.user();
    String gone = CloudUnderTest.fresh("gone");
    ArchiveOf archive = new ArchiveOf().keypair(gone, "orphan", KEY).keypair(user, "key", KEY);
    Run run = upload(cloud, archive, "--orphans", "fail");
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.writes()).isEmpty();
    assertThat(cloud.keypairs(user)).isEmpty();
  }

  @Fact("N14")
  void orphansCanBeGivenToOneAccount(CloudUnderTest cloud) {
    String heir = cloud.user();
    ArchiveOf archive = new ArchiveOf().keypair(CloudUnderTest.fresh("gone"), "orphan", KEY);
    Run run = upload(cloud, archive, "--orphans", "assign=" + heir);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.keypairs(heir)).containsOnlyKeys("orphan");
  }

  @Fact({"D8", "D34"})
  void sameKeyIsUnchangedAndAnotherKeyOfThatNameIsLeftAndNamed(CloudUnderTest cloud) {
    String user = cloud.user();
    cloud.keypair(user, "same", KEY);
    cloud.keypair(user, "different", KEY);
    ArchiveOf archive =
        new ArchiveOf().keypair(user, "same", KEY).keypair(user, "different", OTHER_KEY);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.count("keypairs", "same")).isEqualTo(1);
    assertThat(run.count("keypairs", "withheld")).isEqualTo(1);
    assertThat(run.out()).contains("another key of that name");
    assertThat(run.writes()).isEmpty();
    assertThat(cloud.keypairs(user)).isEqualTo(Map.of("same", KEY, "different", KEY));
  }

  @Fact("D8")
  void secondRunSaysTheSameOfAConflict(CloudUnderTest cloud) {
    String user = cloud.user();
    cloud.keypair(user, "key", KEY);
    Path tarball = new ArchiveOf().keypair(user, "key", OTHER_KEY).only(KEYPAIRS).write(directory);
    Run first = cloud.upload(tarball);
    Run second = cloud.upload(tarball);
    assertThat(second.code()).isEqualTo(first.code()).isEqualTo(1);
    assertThat(second.count("keypairs", "withheld")).isEqualTo(1);
  }

  @Fact({"D7", "D15", "N24"})
  void moreKeypairsThanTheLimitAreNamedAndTheRestOfTheRunGoesOn(CloudUnderTest cloud) {
    String user = cloud.user();
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf().only(KEYPAIRS, SECURITY_GROUPS);
    for (int i = 0; i < 102; i++) {
      archive.keypair(user, "key-%03d".formatted(i), Keys.rsa(i, 2048));
    }
    archive.usualGroup(project, "group");
    Run run = cloud.upload(archive.write(directory));
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.count("keypairs", "created")).isEqualTo(100);
    assertThat(run.count("keypairs", "withheld") + run.count("keypairs", "failed")).isEqualTo(2);
    assertThat(run.out()).contains("key_pairs");
    assertThat(cloud.keypairs(user)).hasSize(100);
    assertThat(cloud.groupNames(project)).containsExactly("group");
  }

  @Fact({"D15", "N24"})
  void keyThatNovaRefusesIsNamedAndTheOthersAreImported(CloudUnderTest cloud) {
    String user = cloud.user();
    ArchiveOf archive =
        new ArchiveOf()
            .keypair(user, "a", KEY)
            .keypair(user, "b", "ssh-rsa nonsense")
            .keypair(user, "c", OTHER_KEY);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.count("keypairs", "created")).isEqualTo(2);
    assertThat(run.out()).contains(user + " / b");
    assertThat(cloud.keypairs(user)).containsOnlyKeys("a", "c");
  }

  @Fact("N25")
  void everyTypeAndTextThatNovaTakesIsCarriedOver(CloudUnderTest cloud) {
    String user = cloud.user();
    ArchiveOf archive =
        new ArchiveOf()
            .keypair(user, "certificate", "x509", Keys.CERTIFICATE)
            .keypair(user, "rsa", KEY)
            .keypair(user, "a blank", KEY + "\n")
            .keypair(user, "lines", KEY + "\n" + OTHER_KEY + "\n")
            .keypair(user, "k".repeat(255), OTHER_KEY);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.keypairs(user))
        .hasSize(5)
        .containsEntry("certificate", Keys.CERTIFICATE)
        .containsEntry("a blank", KEY + "\n")
        .containsEntry("lines", KEY + "\n" + OTHER_KEY + "\n");
  }

  @Fact(
      value = {"N25", "K22"},
      since = Profile.TRAIN)
  void ed25519KeysAreCarriedOver(CloudUnderTest cloud) {
    String user = cloud.user();
    Run run = upload(cloud, new ArchiveOf().keypair(user, "ed", Keys.ed25519(1)));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.keypairs(user)).containsOnly(Map.entry("ed", Keys.ed25519(1)));
  }

  @Fact(
      value = {"N25", "K21"},
      until = Profile.PIKE)
  void ed25519KeysAreNamedAsRefused(CloudUnderTest cloud) {
    String user = cloud.user();
    Run run =
        upload(cloud, new ArchiveOf().keypair(user, "ed", Keys.ed25519(1)).keypair(user, "r", KEY));
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains(user + " / ed").contains("may not know this type of key");
    assertThat(cloud.keypairs(user)).containsOnlyKeys("r");
  }

  @Fact(
      value = {"N25", "K9"},
      since = Profile.ZED)
  void namesWithDotsAndAtSignsAreCarriedOver(CloudUnderTest cloud) {
    String user = cloud.user();
    Run run = upload(cloud, new ArchiveOf().keypair(user, "me@laptop.example", KEY));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.keypairs(user)).containsOnly(Map.entry("me@laptop.example", KEY));
  }

  @Fact(
      value = {"N25", "K19"},
      until = Profile.TRAIN)
  void namesWithDotsAndAtSignsAreWithheldWithARemedy(CloudUnderTest cloud) {
    String user = cloud.user();
    Run run =
        upload(
            cloud, new ArchiveOf().keypair(user, "me@laptop.example", KEY).keypair(user, "r", KEY));
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("does not take such a name").contains("->");
    assertThat(cloud.keypairs(user)).containsOnlyKeys("r");
  }

  @Fact("N25")
  void nameThatNovaDoesNotTakeIsWithheldWithARemedy(CloudUnderTest cloud) {
    String user = cloud.user();
    Run run = upload(cloud, new ArchiveOf().keypair(user, "a/b", KEY).keypair(user, "ok", KEY));
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("does not take such a name").contains("->");
    assertThat(cloud.keypairs(user)).containsOnlyKeys("ok");
  }

  @Fact({"N25", "N24"})
  void namesThatDifferInCaseOnlyArriveWhereTheDatabaseTellsThemApart(CloudUnderTest cloud) {
    String user = cloud.user();
    Run run = upload(cloud, new ArchiveOf().keypair(user, "key", KEY).keypair(user, "Key", KEY));
    if (cloud.foldsCase()) {
      assertThat(run.code()).as(run.toString()).isEqualTo(1);
      assertThat(run.count("keypairs", "failed")).isEqualTo(1);
      assertThat(run.out()).contains("differs in case only");
      assertThat(cloud.keypairs(user)).hasSize(1);
    } else {
      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(cloud.keypairs(user)).containsOnlyKeys("key", "Key");
    }
  }

  @Fact("K11")
  void emptyKeyNeverMakesNovaGenerateOne(CloudUnderTest cloud) {
    String user = cloud.user();
    Run run = upload(cloud, new ArchiveOf().keypair(user, "empty", ""));
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(cloud.keypairs(user)).isEmpty();
  }

  @Fact({"N16", "D5"})
  void userFoundInTwoDomainsIsNotPlacedUnlessADomainIsNamed(CloudUnderTest cloud) {
    String login = CloudUnderTest.fresh("login");
    String one = cloud.userOf(cloud.domain("conformance-a"), login);
    String two = cloud.userOf(cloud.domain("conformance-b"), login);
    Path tarball = ofLdapUser(login, "key").only(KEYPAIRS).write(directory);
    Run ambiguous = cloud.upload(tarball);
    assertThat(ambiguous.code()).as(ambiguous.toString()).isEqualTo(1);
    assertThat(ambiguous.count("keypairs", "withheld")).isEqualTo(1);
    Run named = cloud.upload(tarball, "--user-domain", "conformance-b");
    assertThat(named.code()).as(named.toString()).isZero();
    assertThat(cloud.keypairs(one)).isEmpty();
    assertThat(cloud.keypairs(two)).containsOnlyKeys("key");
  }
}
