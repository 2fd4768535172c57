package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.resource.User.Origin;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Domain;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.User;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is who; told by where a user's key lands. */
class IdentityUploadTest {
  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.newton(dir);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Identity identity() {
    return bench.cloud.cloud().identity();
  }

  private Bench key(String user) {
    bench.source.keypair(user, "k", Keys.rsa(user.hashCode()));
    return bench;
  }

  private void assertOwner(String user, String target) {
    assertThat(bench.cloud.cloud().compute().keypair(target, "k"))
        .as("key of %s", user)
        .hasValueSatisfying(k -> assertThat(k.publicKey()).isEqualTo(Keys.rsa(user.hashCode())));
  }

  private void assertNothingMade() {
    assertThat(bench.cloud.cloud().compute().keypairs()).isEmpty();
    assertThat(bench.writes()).isEmpty();
  }

  private Path map(String... lines) {
    try {
      return Files.write(dir.resolve("map.csv"), List.of(lines));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  // ---- the chain

  @Test
  void aUserWithTheSameIdIsThatUser() {
    bench.users("5f1c0e");
    key("5f1c0e").upload().exits(0);

    assertOwner("5f1c0e", "5f1c0e");
  }

  /** N2, D27: Keystone knows an LDAP user by the public ID only when it has been looked for. */
  @Test
  void anLdapUserThatKeystoneHasNeverSeenIsFoundByLogin() {
    Domain ldap = identity().addDomain("LDAP");
    User jdoe = identity().addLdapUser(ldap.id(), "jdoe", "jdoe");
    bench.source.user("jdoe", null, null, Origin.LDAP);
    assertThat(identity().isMapped(jdoe)).isFalse();

    key("jdoe").upload().exits(0);

    assertOwner("jdoe", jdoe.id());
  }

  /** Where the attribute that makes the ID is not the one that makes the name. */
  @Test
  void anLdapUserWhoseNameIsNotTheirIdIsFoundByTheComputedId() {
    Domain ldap = identity().addDomain("LDAP");
    User jdoe = identity().addLdapUser(ldap.id(), "jdoe", "John Doe");
    identity().map(jdoe);

    key("jdoe").upload().exits(0);

    assertOwner("jdoe", jdoe.id());
  }

  @Test
  void aSqlUserWithANewIdIsFoundByName() {
    User ann = identity().addUser("default", "ann", "x");
    bench.source.user("0ld1d", "ann", "Default", Origin.SQL);

    key("0ld1d").upload().exits(0);

    assertOwner("0ld1d", ann.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "j\u00fcrgen",
        "Doe, John",
        "j doe",
        "a&b=c",
        "a+b",
        "100%",
        "x/y",
        "#1",
        "o'neil"
      })
  void loginsOfEveryKindAreFound(String login) {
    Domain ldap = identity().addDomain("LDAP & Co");
    User user = identity().addLdapUser(ldap.id(), login, login);

    key(login).upload().exits(0);

    assertOwner(login, user.id());
  }

  /** D10: no key is made for somebody who is not there. */
  @Test
  void aUserWhomNobodyKnowsIsWithheld() {
    key("nobody").upload().exits(1).says("the user nobody is not in the target", "--map");

    assertNothingMade();
  }

  /** Keystone would answer for another path than was meant. */
  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/b", "x/projects"})
  void aUserWhomNoUrlCanNameIsWithheldAlone(String login) {
    bench.users("ann");
    key("ann").source.keypair(login, "k", Keys.rsa(1));

    bench.upload().exits(1).says("the user " + login + " is not in the target");

    assertOwner("ann", "ann");
  }

  /** Exactly: directories match names without regard to case. */
  @Test
  void aUserOfAnotherSpellingIsSomebodyElse() {
    identity().addUser("default", "JDoe", "x");

    key("jdoe").upload().exits(1);

    assertNothingMade();
  }

  // ---- ambiguity and domains: D5, N16

  @Test
  void theSameLoginInTwoDomainsIsNobody() {
    Domain one = identity().addDomain("one");
    Domain two = identity().addDomain("two");
    User first = identity().addLdapUser(one.id(), "jdoe", "jdoe");
    User second = identity().addLdapUser(two.id(), "jdoe", "jdoe");

    key("jdoe").upload().exits(1).says("could be", first.id(), second.id(), "one", "two", "--map");

    assertNothingMade();
  }

  @Test
  void aUserDomainTellsThemApart() {
    Domain one = identity().addDomain("one");
    Domain two = identity().addDomain("two");
    identity().addLdapUser(one.id(), "jdoe", "jdoe");
    User second = identity().addLdapUser(two.id(), "jdoe", "jdoe");

    key("jdoe").upload("--user-domain", "two").exits(0);

    assertOwner("jdoe", second.id());
    assertThat(
            bench.cloud.requests().matching("GET", ".*/users").stream().map(LoggedRequest::query))
        .noneMatch(query -> query.contains(one.id()));
  }

  @Test
  void userDomainsAreAskedInTheirOrder() {
    Domain one = identity().addDomain("one");
    Domain two = identity().addDomain("two");
    identity().addLdapUser(one.id(), "jdoe", "jdoe");
    User second = identity().addLdapUser(two.id(), "jdoe", "jdoe");
    User only = identity().addLdapUser(one.id(), "mike", "mike");
    key("mike");

    key("jdoe").upload("--user-domain", "two", "--user-domain", "one").exits(0);

    assertOwner("jdoe", second.id());
    assertOwner("mike", only.id());
  }

  @Test
  void aUserDomainMayBeNamedByItsId() {
    Domain one = identity().addDomain("one");
    User user = identity().addLdapUser(one.id(), "jdoe", "jdoe");

    key("jdoe").upload("--user-domain", one.id()).exits(0);

    assertOwner("jdoe", user.id());
  }

  @Test
  void anUnknownUserDomainIsSaidAloud() {
    key("jdoe").upload("--user-domain", "nowhere").exits(2).says("no domain nowhere");

    assertNothingMade();
  }

  /** The computed ID of a user is not that of a group of the same local ID. */
  @Test
  void aGroupOfTheSameLocalIdIsNobody() {
    Domain ldap = identity().addDomain("LDAP");
    bench.users(groupId(ldap.id(), "staff"));

    key("staff").upload().exits(1);

    assertNothingMade();
  }

  private static String groupId(String domain, String local) {
    try {
      byte[] text = (domain + "group" + local).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One finds the login in a directory, the other somebody of that name: the directory's is it. */
  @Test
  void theHolderOfTheComputedIdGoesBeforeANamesake() {
    Domain ldap = identity().addDomain("LDAP");
    User real = identity().addLdapUser(ldap.id(), "jdoe", "jdoe");
    identity().addUser("default", "jdoe", "x");
    bench.source.user("jdoe", null, null, Origin.LDAP);

    key("jdoe").upload().exits(0);

    assertOwner("jdoe", real.id());
  }

  /** The other way round: a user of SQL is not the directory's for having a namesake there. */
  @Test
  void aSqlUserWithANamesakeInADirectoryIsNobody() {
    User ann = identity().addUser("default", "ann", "x");
    User other = identity().addLdapUser(identity().addDomain("LDAP").id(), "ann", "ann");
    bench.source.user("0ld1d", "ann", "Default", Origin.SQL);

    key("0ld1d").upload().exits(1).says("could be", ann.id(), other.id());

    assertNothingMade();
  }

  /** In a domain that is not listed there may be a second one of that name. */
  @Test
  void aListOfDomainsThatIsCutShortIsNotTakenForAll() {
    try (Bench cut = Bench.of(SimulatorOptions.newton().listLimit(2), dir.resolve("cut"))) {
      cut.cloud.cloud().identity().addDomain("one");
      cut.cloud.cloud().identity().addDomain("two");
      cut.users("ann").source.keypair("ann", "k", Keys.rsa(1));

      cut.upload().exits(2).says("domains", "--user-domain");

      cut.upload("--user-domain", "Default").exits(0);
    }
  }

  // ---- N2, D27: a directory is never listed whole, and only owners are looked up

  @Test
  void aDirectoryIsNeverListedWhole() {
    Domain ldap = identity().addDomain("LDAP");
    for (int i = 0; i < 50; i++) {
      identity().addLdapUser(ldap.id(), "u" + i, "u" + i);
      bench.source.user("u" + i, null, null, Origin.LDAP);
    }
    key("u7");
    key("u9").upload().exits(0);

    assertThat(
            bench.cloud.requests().matching("GET", ".*/v3/users").stream()
                .map(LoggedRequest::query))
        .isNotEmpty()
        .allMatch(query -> query.matches("domain_id=[^&]+&name=u[79]"));
    assertThat(identity().users().stream().filter(User::isLdap).filter(identity()::isMapped))
        .hasSize(2);
  }

  @Test
  void withoutOwnersNobodyIsLookedUp() {
    bench.projects("p").source.user("jdoe", null, null, Origin.LDAP).nova("p", "cores", 40);

    bench.upload().exits(0);

    assertThat(bench.cloud.requests().matching("GET", ".*/v3/users.*")).isEmpty();
  }

  // ---- the map file

  @Test
  void theMapFileGoesBeforeEverything() {
    bench.users("same", "other");

    key("same").upload("--map", map("source_id,target_id", "same,other").toString()).exits(0);

    assertOwner("same", "other");
  }

  @Test
  void aMapMayHaveMoreColumnsCommentsAndGaps() {
    bench.users("x", "y");
    bench.source.user("a", "ann", "Default", Origin.SQL);
    Path map =
        map(
            "name,target_id,note,source_id",
            "# a comment",
            "\"Ann, A\", x ,hello,a",
            "b,,gap,y",
            "");
    key("a");

    key("y").upload("--map", map.toString()).exits(0);

    assertOwner("a", "x");
    assertOwner("y", "y");
  }

  @Test
  void aMapFromASpreadsheetIsRead() throws IOException {
    bench.users("x");
    Path map = dir.resolve("excel.csv");
    Files.writeString(map, "\ufeffsource_id,target_id\r\na,x\r\n");

    key("a").upload("--map", map.toString()).exits(0);

    assertOwner("a", "x");
  }

  @Test
  void aMapWithAnUnknownSourceIsRefused() {
    bench.users("x");

    key("a")
        .upload("--map", map("source_id,target_id", "a,x", "typo,x").toString())
        .exits(2)
        .says("line 3", "typo");

    assertNothingMade();
  }

  @Test
  void aMapWithAnUnknownTargetIsRefused() {
    key("a")
        .upload("--map", map("source_id,target_id", "a,nobody").toString())
        .exits(2)
        .says("line 2", "the target has no user nobody");

    assertNothingMade();
  }

  @Test
  void aMapWithADoubledSourceIsRefused() {
    bench.users("x", "y");

    key("a")
        .upload("--map", map("source_id,target_id", "a,x", "a,y").toString())
        .exits(2)
        .says("line 3", "second line", "a");

    assertNothingMade();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,x", "source_id;target_id", "source_id", "source_id,target_id,source_id"})
  void aMapWithoutItsColumnsIsRefused(String header) {
    bench.users("x");

    key("a").upload("--map", map(header, "a,x,b").toString()).exits(2).says("map.csv");

    assertNothingMade();
  }

  @Test
  void aMissingMapIsRefused() {
    key("a").upload("--map", dir.resolve("none.csv").toString()).exits(2).says("none.csv");

    assertNothingMade();
  }

  // ---- orphans: N14

  @Test
  void orphansFailStopsBeforeAnythingIsWritten() {
    bench.users("there").projects("p");
    bench.source.nova("p", "cores", 40);
    key("there");
    key("gone1");

    key("gone2").upload("--orphans", "fail").exits(2).says("gone1", "gone2", "--map");

    assertNothingMade();
  }

  @Test
  void orphansFailIsContentIfThereAreNone() {
    bench.users("there");

    key("there").upload("--orphans", "fail").exits(0);
  }

  @Test
  void orphansAssignGivesTheirKeysToOneUser() {
    bench.users("there", "eve");
    key("there");

    key("gone").upload("--orphans", "assign=eve").exits(0);

    assertOwner("gone", "eve");
    assertOwner("there", "there");
  }

  @Test
  void orphansAssignToNobodyIsRefused() {
    key("gone").upload("--orphans", "assign=typo").exits(2).says("no user typo");

    assertNothingMade();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maybe", "assign", "assign=", "SKIP"})
  void anUnknownOrphansPolicyIsRefused(String policy) {
    key("gone").upload("--orphans", policy).exits(2).says("--orphans");

    assertNothingMade();
  }

  /** An ambiguous user is no orphan: the keys do not go to the heir. */
  @Test
  void anAmbiguousUserIsNoOrphan() {
    bench.users("eve");
    identity().addLdapUser(identity().addDomain("one").id(), "jdoe", "jdoe");
    identity().addLdapUser(identity().addDomain("two").id(), "jdoe", "jdoe");

    key("jdoe").upload("--orphans", "assign=eve").exits(1).says("could be");

    assertNothingMade();
  }

  // ---- the map command

  @Test
  void theMapCommandsTableCanBeEditedAndPassedBack() throws IOException {
    bench.users("there", "heir");
    key("there");
    key("gone");
    Path table = dir.resolve("table.csv");

    bench.command("map", "--out", table.toString());
    String edited =
        Files.readString(table).replaceFirst("(?m)^gone,([^,]*),([^,]*),,", "gone,$1,$2,heir,");
    Files.writeString(table, edited);
    bench.upload("--map", table.toString()).exits(0);

    assertThat(edited).contains("heir");
    assertOwner("gone", "heir");
    assertOwner("there", "there");
  }
}
