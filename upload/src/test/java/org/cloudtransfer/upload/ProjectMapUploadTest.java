package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.resource.User.Origin;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects whose IDs did change, and domains that have another name. */
class ProjectMapUploadTest {
  @TempDir Path dir;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.current(dir);
    bench.projects("new-p", "new-q", "same").users("ann");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Identity identity() {
    return bench.cloud.cloud().identity();
  }

  private Network network() {
    return bench.cloud.cloud().network();
  }

  private String map(String... lines) {
    try {
      return Files.write(dir.resolve("map.csv"), List.of(lines)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of every kind in two projects that refer to each other. */
  private void everyKind() {
    bench
        .source
        .nova("p", "cores", 40)
        .nova("p", "ann", "cores", 7)
        .neutron("p", "port", 77)
        .cinder("p", "volumes", 5)
        .defaultGroup("d", "p")
        .group("web", "p", "web")
        .group("db", "q", "db")
        .untouched("d")
        .rules(Rule.ingress("web").from("db"), Rule.ingress("db").tcp(3306, 3306).from("web"));
  }

  private void assertNothingMade() {
    assertThat(bench.writes()).isEmpty();
  }

  private SecurityGroup only(String project, String name) {
    assertThat(network().groups(project, name)).hasSize(1);
    return network().groups(project, name).get(0);
  }

  private void assertAllMoved() {
    assertThat(bench.cloud.cloud().compute().quotas("new-p")).containsEntry("cores", 40);
    assertThat(bench.cloud.cloud().compute().quotas("new-p", "ann")).containsEntry("cores", 7);
    assertThat(network().quotas("new-p")).containsEntry("port", 77);
    assertThat(bench.cloud.cloud().volume().quotas("new-p")).containsEntry("volumes", 5);
    SecurityGroup web = only("new-p", "web");
    SecurityGroup db = only("new-q", "db");
    assertThat(network().defaultGroup("new-p")).isPresent();
    assertThat(network().rules(web.id()))
        .singleElement()
        .satisfies(r -> assertThat(r.remoteGroupId()).isEqualTo(db.id()))
        .satisfies(r -> assertThat(r.projectId()).isEqualTo("new-p"));
    assertThat(network().rules(db.id()))
        .singleElement()
        .satisfies(r -> assertThat(r.remoteGroupId()).isEqualTo(web.id()));
    assertThat(network().groups("p")).isEmpty();
    assertThat(network().groups("q")).isEmpty();
  }

  @Test
  void rowsOfEveryKindGoToTheProjectThatTheMapNames() {
    everyKind();
    String map = map("source_id,target_id", "p,new-p", "q,new-q");

    bench.upload("--project-map", map).exits(0);

    assertAllMoved();
  }

  @Test
  void aSecondUploadWithTheMapFindsNothingToDo() {
    everyKind();
    String map = map("source_id,target_id", "p,new-p", "q,new-q");
    bench.upload("--project-map", map).exits(0);
    bench.cloud.requests().clear();

    bench.upload("--project-map", map).exits(0);
    bench.command("verify", "--project-map", map).exits(0);

    assertNothingMade();
  }

  /** The comparison reads for itself, and where the map says. */
  @Test
  void verifyFindsWhatIsOtherwiseInTheMappedProjects() throws IOException {
    everyKind();
    String map = map("source_id,target_id", "p,new-p", "q,new-q");
    bench.upload("--project-map", map).exits(0);
    Files.delete(bench.journal());
    bench.command("verify", "--project-map", map).exits(0);
    bench.command("verify").exits(4).says("the project p is not in the target");
    bench.cloud.cloud().compute().setQuota("new-p", "cores", 41);
    bench.cloud.cloud().compute().setQuota("new-p", "ann", "cores", 6);
    network().setQuota("new-p", "port", 78);
    bench.cloud.cloud().volume().setQuota("new-p", "volumes", 6);
    network().removeRule(network().rules(only("new-q", "db").id()).get(0).id());

    bench
        .command("verify", "--project-map", map)
        .exits(4)
        .says(
            "the limit is 41, not 40",
            "the limit is 6, not 7",
            "the limit is 78, not 77",
            "the limit is 6, not 5",
            "it is not in the target");
  }

  @Test
  void aPlanCountsTheRoomOfTheMappedProject() {
    bench.source.group("web", "p", "web").group("db", "p", "db");
    network().setQuota("new-p", "security_group", 2);
    network().addGroup("new-p", "stranger", "");

    bench
        .command("plan", "--project-map", map("source_id,target_id", "p,new-p"))
        .says("quota of security_group is 2: 1 are there");
  }

  @Test
  void withoutTheJournalEqualGroupsInTheOtherProjectAreRecognised() throws IOException {
    everyKind();
    String map = map("source_id,target_id", "p,new-p", "q,new-q");
    bench.upload("--project-map", map).exits(0);
    Files.delete(bench.journal());

    bench.upload("--project-map", map).exits(0);

    assertAllMoved();
  }

  @Test
  void rollbackNeedsNoMap() {
    everyKind();
    var before = bench.end();
    bench.upload("--project-map", map("source_id,target_id", "p,new-p", "q,new-q")).exits(0);

    bench.command("rollback").exits(0);

    assertThat(network().groups("new-p", "web")).isEmpty();
    assertThat(network().groups("new-q", "db")).isEmpty();
    assertThat(bench.end()).containsAll(before);
  }

  @Test
  void aProjectMayBeNamedByNameAndDomain() {
    identity().addDomain("corp", "Corp");
    identity().addProject("c1", "corp", "shop@night");
    bench.source.nova("p", "cores", 40);

    bench.upload("--project-map", map("source_id,target_id", "p,shop@night@Corp")).exits(0);

    assertThat(bench.cloud.cloud().compute().quotas("c1")).containsEntry("cores", 40);
  }

  /** A namesake may be a stranger: it is suggested, not taken. */
  @Test
  void aProjectOfTheSameNameAndDomainIsSuggestedAndNotTaken() {
    bench.source.project("p", "name of new-p").nova("p", "cores", 40);

    bench.upload().exits(1).says("name of new-p@Default", "new-p", "--project-map");

    assertNothingMade();
  }

  @Test
  void theMapCommandsTableCarriesProjectsAndUsersBack() throws IOException {
    bench.users("heir");
    bench
        .source
        .project("p", "name of new-p")
        .nova("p", "cores", 40)
        .nova("same", "cores", 41)
        .keypair("gone", "k", Keys.rsa(1));
    Path table = dir.resolve("table.csv");
    bench.command("map", "--out", table.toString()).exits(0).says("1 of 2 projects are placed");
    String found = Files.readString(table);
    assertThat(found)
        .contains("p,name of new-p,Default,,", "likely,new-p,project", "same,,,same,same ID,");

    Files.writeString(
        table,
        found
            .replace("p,name of new-p,Default,,", "p,name of new-p,Default,new-p,")
            .replace("gone,,,,", "gone,,,heir,"));
    bench.upload("--map", table.toString()).exits(0);

    assertThat(bench.cloud.cloud().compute().quotas("new-p")).containsEntry("cores", 40);
    assertThat(bench.cloud.cloud().compute().quotas("same")).containsEntry("cores", 41);
    assertThat(bench.cloud.cloud().compute().keypair("heir", "k")).isPresent();
  }

  /** Merged, the rules of one project's default group would admit the other's ports. */
  @ParameterizedTest
  @CsvSource({"p,same", "p,new-q"})
  void twoProjectsAreNotMergedIntoOne(String source, String target) {
    bench.source.nova("p", "cores", 40).nova("q", "cores", 41).nova("same", "cores", 42);

    bench
        .upload("--project-map", map("source_id,target_id", source + "," + target, "q,new-q"))
        .exits(2)
        .says("would both go to " + target);

    assertNothingMade();
  }

  @ParameterizedTest
  @CsvSource({
    "'p,nowhere', the target has no project nowhere",
    "'p,x@nowhere', the target has no domain nowhere",
    "'typo,new-p', the archive refers to no project typo"
  })
  void aProjectThatOneSideDoesNotKnowIsRefused(String line, String words) {
    bench.source.nova("p", "cores", 40);

    bench.upload("--project-map", map("source_id,target_id", line)).exits(2).says("line 2", words);

    assertNothingMade();
  }

  @Test
  void aTypeThatIsNoneIsRefused() {
    bench.source.nova("p", "cores", 40);

    bench
        .upload("--map", map("type,source_id,target_id", "tenant,p,new-p"))
        .exits(2)
        .says("line 2", "no type tenant");
  }

  /** The login alice of two old domains: each is looked for where its domain went. */
  @Test
  void usersOfARenamedDomainAreLookedForInItsNewName() {
    String east = identity().addDomain("east-2").id();
    String west = identity().addDomain("west-2").id();
    String ofEast = identity().addLdapUser(east, "alice", "alice").id();
    String ofWest = identity().addLdapUser(west, "alice", "alice").id();
    bench
        .source
        .user("a1", "alice", "east", Origin.LDAP)
        .user("a2", "alice", "west", Origin.LDAP)
        .keypair("a1", "k", Keys.rsa(1))
        .keypair("a2", "k", Keys.rsa(2));

    bench.upload().exits(1).says("could be");
    bench
        .upload(
            "--map", map("type,source_id,target_id", "domain,east,east-2", "domain,west," + west))
        .exits(0);

    assertThat(bench.cloud.cloud().compute().keypair(ofEast, "k").orElseThrow().publicKey())
        .isEqualTo(Keys.rsa(1));
    assertThat(bench.cloud.cloud().compute().keypair(ofWest, "k").orElseThrow().publicKey())
        .isEqualTo(Keys.rsa(2));
  }

  @Test
  void aFederatedUserWhoNeverLoggedInIsAskedTo() {
    bench.source.user("f", "fay", "idp", Origin.FEDERATED).keypair("f", "k", Keys.rsa(1));

    bench.upload().exits(1).says("first log-in");

    assertNothingMade();
  }

  /** Keystone makes the ID of a federated user as it does those of a directory's. */
  @Test
  void aFederatedUserWhoHasLoggedInIsFoundByTheComputedId() {
    String idp = identity().addDomain("idp-2").id();
    String fay = identity().addLdapUser(idp, "fay", "fay").id();
    bench.source.user("f", "fay", "idp", Origin.FEDERATED).keypair("f", "k", Keys.rsa(1));

    bench.upload().exits(0);

    assertThat(bench.cloud.cloud().compute().keypair(fay, "k")).isPresent();
  }
}
