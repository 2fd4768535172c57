package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.User;
import org.junit.jupiter.api.io.TempDir;

/** What the old cloud's databases hold is in the archive; real: the lab's databases. */
class DownloadTest {
  @TempDir private Path directory;

  private OldCloud liberty(CloudUnderTest cloud) throws IOException {
    OldCloud old = OldCloud.liberty(cloud, directory);
    assumeTrue(old.isThere(), "lab/liberty has not been run");
    return old;
  }

  private OldCloud zed(CloudUnderTest cloud) throws IOException {
    OldCloud old = OldCloud.zed(cloud, directory);
    assumeTrue(old.isThere(), "lab/up old has not been run");
    return old;
  }

  private Archive archive(OldCloud old, String... options) {
    Run run = old.download(directory.resolve("data"), options);
    assertThat(run.code()).as(run.toString()).isZero();
    return Archive.open(directory.resolve("data.tar.bz2"));
  }

  @Fact("D1")
  void groupsWithoutRulesAreInTheArchive(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    List<String> ruleless =
        old.column(
            "neutron",
            "SELECT id FROM securitygroups g WHERE NOT EXISTS"
                + " (SELECT 1 FROM securitygrouprules r WHERE r.security_group_id = g.id)");
    assertThat(ruleless).isNotEmpty();
    assertThat(archive(old).rows(SecurityGroup.TABLE))
        .extracting(SecurityGroup::id)
        .containsExactlyInAnyOrderElementsOf(old.column("neutron", "SELECT id FROM securitygroups"))
        .containsAll(ruleless);
  }

  @Fact("D4")
  void groupsKeepTheirOwnProjectAndRulesTheirs(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    Archive archive = archive(old);
    assertThat(archive.rows(SecurityGroup.TABLE))
        .extracting(g -> g.id() + " " + g.projectId())
        .containsExactlyInAnyOrderElementsOf(
            old.column("neutron", "SELECT id || ' ' || tenant_id FROM securitygroups"));
    assertThat(archive.rows(SecurityGroupRule.TABLE))
        .extracting(r -> r.id() + " " + r.projectId())
        .containsExactlyInAnyOrderElementsOf(
            old.column("neutron", "SELECT id || ' ' || tenant_id FROM securitygrouprules"));
  }

  @Fact({"D5", "D10"})
  void everyOwnerIsListedWithWhatTheSourceKnowsOfThem(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    Archive archive = archive(old);
    Map<String, User> users =
        archive.rows(User.TABLE).stream().collect(Collectors.toMap(User::id, u -> u));
    List<Keypair> keypairs = archive.rows(Keypair.TABLE);
    assertThat(users.keySet()).containsAll(keypairs.stream().map(Keypair::userId).toList());
    assertThat(keypairs)
        .extracting(k -> k.userId() + "/" + k.name())
        .containsExactlyInAnyOrderElementsOf(
            old.column("nova", "SELECT user_id || '/' || name FROM key_pairs WHERE deleted = 0"));
  }

  @Fact("D12")
  void limitsOfUsersAreReadAlsoWhereTheProjectHasNone(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    List<String> wanted =
        old.column(
            "nova",
            "SELECT DISTINCT project_id || ' ' || user_id || ' ' || resource FROM"
                + " project_user_quotas WHERE deleted = 0");
    assertThat(wanted).isNotEmpty();
    assertThat(archive(old).rows(NovaQuota.TABLE))
        .filteredOn(q -> q.userId() != null)
        .extracting(q -> q.projectId() + " " + q.userId() + " " + q.resource())
        .containsAll(wanted);
  }

  @Fact("D21")
  void eachKindCanBeDownloadedAloneAndIsNotEmpty(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    for (ResourceKind kind : ResourceKind.values()) {
      Path data = directory.resolve("only-" + kind.text());
      Run run = old.download(data, "--" + kind.text());
      assertThat(run.code()).as(run.toString()).isZero();
      Archive archive = Archive.open(directory.resolve("only-" + kind.text() + ".tar.bz2"));
      assertThat(archive.rows(kind.tables().get(0))).as(kind.text()).isNotEmpty();
      for (ResourceKind other : ResourceKind.values()) {
        assertThat(archive.has(other)).isEqualTo(other == kind);
      }
    }
  }

  @Fact("D22")
  void slashAtTheEndOfTheDirectoryPutsTheTarballBesideIt(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    Run run =
        Run.download(
            "--config-dir",
            old.etc().toString(),
            "--directory",
            directory.resolve("data") + "/",
            "--keypairs");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(directory.resolve("data.tar.bz2")).exists();
    assertThat(directory.resolve("data").resolve(".tar.bz2")).doesNotExist();
  }

  @Fact("D22")
  void filesOfAnEarlierDownloadAreNotArchivedAgain(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    archive(old);
    Archive second = archive(old, "--keypairs");
    assertThat(second.has(ResourceKind.SECURITY_GROUPS)).isFalse();
    assertThat(directory.resolve("data").resolve("security-groups.csv")).doesNotExist();
  }

  @Fact("D22")
  void directoryThatHoldsSomethingElseIsRefused(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    Path data = Files.createDirectory(directory.resolve("data"));
    Path precious = Files.writeString(data.resolve("precious.txt"), "mine");
    assertThat(old.download(data).code()).isEqualTo(2);
    assertThat(precious).hasContent("mine");
  }

  @Fact("N23")
  void selectionThatMatchesNothingIsAnError(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    Run run = old.download(directory.resolve("data"), "--project", "no-such-thing");
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.said()).contains("no-such-thing");
  }

  @Fact("D26")
  void connectionIsFoundInConfDAlso(CloudUnderTest cloud) throws IOException {
    OldCloud spread =
        liberty(cloud)
            .rewritten(
                directory.resolve("spread"),
                (target, service, text) -> {
                  Files.writeString(
                      target.resolve(service + ".conf"),
                      "[database]\nconnection = postgresql://wrong:wrong@127.0.0.1:1/wrong\n");
                  Path confD = Files.createDirectory(target.resolve(service + ".conf.d"));
                  Files.writeString(confD.resolve("100-" + service + ".conf"), text);
                },
                UnaryOperator.identity());
    assertThat(archive(spread).rows(Keypair.TABLE)).isNotEmpty();
  }

  @Fact({"D28", "N21"})
  void urlsThatNameADriverAreUnderstood(CloudUnderTest cloud) throws IOException {
    OldCloud named =
        liberty(cloud)
            .rewritten(
                directory.resolve("named"),
                (target, service, text) ->
                    Files.writeString(target.resolve(service + ".conf"), text),
                text -> text.replace("postgresql://", "postgresql+psycopg2://"));
    assertThat(archive(named).rows(Keypair.TABLE)).isNotEmpty();
  }

  @Fact("D28")
  void sourceIsTheSameAfterwards(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    String writes =
        "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text FROM"
            + " pg_stat_user_tables";
    List<String> before = old.column("neutron", writes);
    archive(old);
    assertThat(old.column("neutron", writes)).isEqualTo(before);
  }

  @Fact({"D29", "D12"})
  void newerSchemasAreReadWhereThingsHaveMovedTo(CloudUnderTest cloud) throws IOException {
    OldCloud old = zed(cloud);
    Run run = old.download(directory.resolve("data"));
    assertThat(run.code()).as(run.toString()).isIn(0, 1); // one may hold what cannot be carried
    Archive archive = Archive.open(directory.resolve("data.tar.bz2"));
    assertThat(archive.rows(Keypair.TABLE))
        .extracting(k -> k.userId() + "/" + k.name())
        .containsAll(old.column("nova_api", "SELECT user_id || '/' || name FROM key_pairs"));
    assertThat(archive.rows(NovaQuota.TABLE))
        .extracting(q -> q.projectId() + "/" + q.userId() + "/" + q.resource())
        .containsAll(
            old.column(
                "nova_api",
                "SELECT project_id || '/' || user_id || '/' || resource FROM project_user_quotas"));
    assertThat(archive.rows(SecurityGroup.TABLE))
        .extracting(g -> g.id() + " " + g.description())
        .containsExactlyInAnyOrderElementsOf(
            old.column(
                "neutron",
                "SELECT g.id || ' ' || coalesce(a.description, 'null') FROM securitygroups g JOIN"
                    + " standardattributes a ON a.id = g.standard_attr_id"));
    assertThat(archive.rows(NeutronQuota.TABLE))
        .hasSameSizeAs(old.column("neutron", "SELECT id FROM quotas"));
    assertThat(archive.rows(CinderQuota.TABLE)).isNotEmpty();
  }

  @Fact("D9")
  void limitsOfVolumeTypesAndOfPartsThatAreGoneAreRead(CloudUnderTest cloud) throws IOException {
    OldCloud old = liberty(cloud);
    Archive archive = archive(old);
    assertThat(archive.rows(NeutronQuota.TABLE))
        .extracting(NeutronQuota::resource)
        .containsAll(old.column("neutron", "SELECT DISTINCT resource FROM quotas"));
    assertThat(archive.rows(CinderQuota.TABLE))
        .extracting(CinderQuota::resource)
        .containsAll(
            old.column("cinder", "SELECT DISTINCT resource FROM quotas WHERE NOT deleted"));
  }
}
