package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The main case: a cloud of Liberty with the hybrid LDAP backend. */
@OnEveryServer
class LibertyDownloadTest {
  @Parameter private DatabaseServer server;
  private static final String ALPHA = "a".repeat(32);
  private static final String BETA = "b".repeat(32);
  private static final String ADMIN = "1".repeat(32);

  @TempDir private Path directory;
  private Path config;

  @BeforeEach
  void cloud() throws IOException {
    server.ensureLiberty();
    config = server.configure(directory.resolve("etc"));
  }

  private Run download(String... options) {
    String[] fixed = {"--config-dir", config.toString(), "--directory", data().toString()};
    return Run.of(Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
  }

  private Path data() {
    return directory.resolve("soc6");
  }

  private String csv(String table) throws IOException {
    return Files.readString(data().resolve(table + ".csv"));
  }

  @Test
  void keypairsComeOrderedByCodePointWithEveryCharacterKept() throws IOException {
    assertThat(download("--keypairs").exitCode()).isZero();

    assertThat(csv("keypairs"))
        .isEqualTo(
            """
            user_id,name,type,public_key,fingerprint
            "ADMIN","Zulu","ssh","ssh-rsa AAAB ""quoted"", comma","aa:bc"
            "ADMIN","zebra","ssh","ssh-rsa AAAA admin","aa:bb"
            "MAPPED","mapped","ssh","ssh-rsa AAAD","aa:bf"
            "DELETED","left behind","ssh","ssh-rsa AAAE","aa:c0"
            "jdoe","laptop","x509","-----BEGIN CERTIFICATE-----
            MIIB
            -----END CERTIFICATE-----
            ","aa:be"
            "jürgen","empty","ssh","",
            "jürgen","null","ssh",,
            """
                .replace("ADMIN", ADMIN)
                .replace("MAPPED", "3".repeat(64))
                .replace("DELETED", "e".repeat(32)));
  }

  @Test
  void usersAreNamedByWhereTheyLive() throws IOException {
    download("--keypairs");

    assertThat(csv("users"))
        .isEqualTo(
            """
            id,name,domain,enabled,origin
            "ADMIN","admin","Default","true","sql"
            "MAPPED","erika","Partners",,"ldap"
            "DELETED",,,,"unknown"
            "jdoe","jdoe","Default",,"ldap"
            "jürgen","jürgen","Default",,"ldap"
            """
                .replace("ADMIN", ADMIN)
                .replace("MAPPED", "3".repeat(64))
                .replace("DELETED", "e".repeat(32)));
    assertThat(csv("projects")).isEqualTo("id,name,domain,enabled\n");
  }

  @Test
  void hybridUsersLiveInTheConfiguredDefaultDomain() throws IOException {
    DatabaseServer.configure(
        config,
        "keystone",
        "[identity]\ndefault_domain_id = d2\n[database]\nconnection = " + server.url("keystone"));

    download("--keypairs");

    assertThat(csv("users")).contains("\"jdoe\",\"jdoe\",\"Partners\",,\"ldap\"");
  }

  // D12
  @Test
  void novaLimitsOfProjectsAndOfUsersInProjectsCome() throws IOException {
    assertThat(download("--nova-quotas").exitCode()).isZero();

    assertThat(csv("nova-quotas"))
        .isEqualTo(
            """
            project_id,user_id,resource,hard_limit
            "ALPHA",,"cores","-1"
            "ALPHA",,"instances","20"
            "ALPHA","jdoe","cores","4"
            "BETA","ADMIN","ram",
            "BETA","jdoe","cores","2"
            "GONE",,"cores","0"
            """
                .replace("ALPHA", ALPHA)
                .replace("BETA", BETA)
                .replace("ADMIN", ADMIN)
                .replace("GONE", "f".repeat(32)));
    assertThat(csv("projects"))
        .isEqualTo(
            """
            id,name,domain,enabled
            "ALPHA","alpha","Default","true"
            "BETA","beta","Default","false"
            "GONE",,,
            """
                .replace("ALPHA", ALPHA)
                .replace("BETA", BETA)
                .replace("GONE", "f".repeat(32)));
  }

  @Test
  void neutronLimitsCome() throws IOException {
    assertThat(download("--neutron-quotas").exitCode()).isZero();

    assertThat(csv("neutron-quotas"))
        .isEqualTo(
            "project_id,resource,limit\n"
                + ("\"" + ALPHA + "\",\"vip\",\"3\"\n")
                + ("\"" + BETA + "\",\"network\",\"-1\"\n"));
  }

  @Test
  void cinderLimitsComeWithoutDeletedOnes() throws IOException {
    assertThat(download("--cinder-quotas").exitCode()).isZero();

    assertThat(csv("cinder-quotas"))
        .isEqualTo(
            "project_id,resource,hard_limit\n"
                + ("\"" + ALPHA + "\",\"gigabytes\",\"2000\"\n")
                + ("\"" + ALPHA + "\",\"volumes_ssd\",\"5\"\n"));
  }

  // D1
  @Test
  void groupsWithoutRulesAreKept() throws IOException {
    assertThat(download("--security-groups").exitCode()).isZero();

    assertThat(csv("security-groups"))
        .isEqualTo(
            """
            id,project_id,name,description,stateful,is_default
            "g1","ALPHA","default","Default security group",,"true"
            "g2","ALPHA","web ""front""
            second line",,,"false"
            "g3","BETA","no rules","",,"false"
            "g4","BETA","default","not the default group",,"false"
            """
                .replace("ALPHA", ALPHA)
                .replace("BETA", BETA));
  }

  // D4
  @Test
  void aRuleOfAnotherProjectLeavesTheGroupItsOwner() throws IOException {
    download("--security-groups", "--project", "alpha");

    assertThat(csv("security-group-rules"))
        .isEqualTo(
            """
            id,security_group_id,project_id,direction,ethertype,protocol,port_range_min,\
            port_range_max,remote_ip_prefix,remote_group_id,description
            "r1","g2","BETA","ingress","IPv4","tcp","80","80","10.0.0.1/8",,
            "r2","g1","ALPHA","ingress","IPv4",,,,,"g1",
            "r3","g2","ALPHA","egress","IPv6","icmp","8","0",,"g4",
            """
                .replace("ALPHA", ALPHA)
                .replace("BETA", BETA));
    assertThat(csv("security-groups")).contains("\"g1\",\"" + ALPHA).contains("\"g2\",\"" + ALPHA);
    assertThat(csv("security-groups")).doesNotContain("g3");
  }

  @Test
  void ofTwoNeutronRowsForOneLimitTheLastCountsAndBothAreNamed() throws IOException {
    server.sql("neutron", "INSERT INTO quotas VALUES ('q9', '" + ALPHA + "', 'vip', 8)");

    Run run = download("--neutron-quotas");

    assertThat(run.exitCode()).isZero();
    assertThat(csv("neutron-quotas")).contains("\"vip\",\"8\"").doesNotContain("\"vip\",\"3\"");
    assertThat(run.err())
        .contains("warning: neutron-quotas " + ALPHA + " / vip: is there twice, as 3 and as 8");
  }

  @Test
  void ofTwoCinderRowsForOneLimitTheLastCountsAndBothAreNamed() throws IOException {
    server.sql(
        "cinder",
        "INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES ('"
            + (ALPHA + "', 'gigabytes', 10, false)"));

    Run run = download("--cinder-quotas");

    assertThat(run.exitCode()).isZero();
    assertThat(csv("cinder-quotas")).contains("\"gigabytes\",\"10\"").doesNotContain("2000");
    assertThat(run.err()).contains("gigabytes: is there twice, as 2000 and as 10");
  }

  @Test
  void rowsWithoutOwnerAreWithheldAndListed() throws IOException {
    server.sql("nova", "INSERT INTO key_pairs (name, deleted) VALUES ('orphan', 0)");
    server.sql("nova", "INSERT INTO quotas (resource, hard_limit, deleted) VALUES ('ram', 1, 0)");
    server.sql("neutron", "INSERT INTO securitygroups (id, name) VALUES ('g9', 'nobody''s')");
    server.sql(
        "neutron",
        "INSERT INTO securitygrouprules (id, security_group_id, direction, ethertype)"
            + " VALUES ('r9', 'g9', 'egress', 'IPv4')");

    Run run = download();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("withheld: keypairs orphan: it has no user_id")
        .contains("withheld: nova-quotas ram: it has no project_id")
        .contains("withheld: security-groups g9: it has no project_id")
        .contains("withheld: security-group-rules r9: it has no project_id in its group")
        .contains("4 rows are not in the archive");
    assertThat(csv("keypairs")).doesNotContain("orphan");
    assertThat(csv("security-group-rules")).doesNotContain("r9");
  }

  @Test
  void anUnchangedSourceGivesTheSameBytes() throws IOException {
    download();
    Path first = directory.resolve("first");
    Files.move(data(), first);

    download();

    try (Stream<Path> files = Files.list(first)) {
      assertThat(files).hasSize(9).allSatisfy(this::isUnchanged);
    }
  }

  private void isUnchanged(Path file) {
    assertThat(data().resolve(file.getFileName())).hasSameBinaryContentAs(file);
  }

  @Test
  void theLastLineNamesTheTarball() {
    Run run = download();

    assertThat(run.exitCode()).isZero();
    assertThat(run.tarball()).isEqualTo(directory.resolve("soc6.tar.bz2")).isRegularFile();
    assertThat(run.out()).containsPattern("keypairs +7 +0 +0.0\n");
  }

  // D22
  @Test
  void aTrailingSlashChangesNothing() {
    Run run = Run.of("--config-dir", config.toString(), "--directory", data() + "/");

    assertThat(run.tarball()).isEqualTo(directory.resolve("soc6.tar.bz2"));
    assertThat(data().resolve("manifest.json")).exists();
  }

  // D22
  @Test
  void filesOfAnEarlierDownloadAreNotArchivedAgain() {
    download();
    assertThat(data().resolve("cinder-quotas.csv")).exists();

    download("--keypairs");

    assertThat(data().resolve("cinder-quotas.csv")).doesNotExist();
    assertThat(data().resolve("keypairs.csv")).exists();
  }

  // D25
  @Test
  void nobodyElseCanReadTheArchive() throws IOException {
    Run run = download();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.tarball())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
        .isEqualTo("rwx------");
  }

  @Test
  void theManifestTellsReleaseAndServerButNeitherHostNorUser() throws IOException {
    download();

    assertThat(Files.readString(data().resolve("manifest.json")))
        .contains("\"release\" : \"liberty\"", server.engine(), "\"host\" : \"127.0.x.x\"")
        .contains("nova=302", "34af2b5c5a59")
        .doesNotContain("127.0.0.1", DatabaseServer.PASSWORD, "\"service:");
  }

  @Test
  void namesAreLeftOutIfKeystoneIsNotToBeHad() throws IOException {
    Files.delete(config.resolve("keystone/keystone.conf"));

    Run run = download("--keypairs");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("warning: users and projects go without names");
    assertThat(csv("users")).contains("\"jdoe\",,,,\"unknown\"");
  }

  @Test
  void releaseCanBeStated() throws IOException {
    download("--release", "kilo");

    assertThat(Files.readString(data().resolve("manifest.json")))
        .contains("\"release\" : \"kilo\"");
  }
}
