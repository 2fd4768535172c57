package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.OnEveryServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A current cloud, read by the same code. */
// D29
@OnEveryServer
class ZedDownloadTest {
  @Parameter private DatabaseServer server;

  @TempDir private Path directory;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void cloud() {
    server.ensureZed();
    for (String name : List.of("nova", "nova_api", "neutron", "cinder", "keystone")) {
      environment.put("CLOUDTRANSFER_" + name.toUpperCase() + "_DB", server.url(name));
    }
  }

  private Run download(String... options) {
    String[] all = java.util.Arrays.copyOf(options, options.length + 2);
    all[options.length] = "--config-dir=" + directory;
    all[options.length + 1] = "--directory=" + directory.resolve("data");
    return Run.with(environment, all);
  }

  private String csv(String table) throws IOException {
    return Files.readString(directory.resolve("data").resolve(table + ".csv"));
  }

  @Test
  void keypairsOfBothDatabasesComeAndTheApiDatabaseWins() throws IOException {
    assertThat(download("--keypairs").exitCode()).isZero();

    assertThat(csv("keypairs"))
        .isEqualTo(
            """
            user_id,name,type,public_key,fingerprint
            "u-ldap","api only","ssh","a",
            "u-local","both","ssh","fresh",
            "u-local","main only","ssh","m",
            "u-seen","k","ssh","s",
            """);
  }

  @Test
  void limitsOfBothDatabasesComeAndTheApiDatabaseWins() throws IOException {
    Run run = download("--nova-quotas", "-v");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("nova-quotas pa / cores: is there twice, as 1 and as 2");
    assertThat(csv("nova-quotas"))
        .isEqualTo(
            """
            project_id,user_id,resource,hard_limit
            "pa",,"cores","2"
            "pa","u-fed","cores","1"
            "pb",,"cores","5"
            """);
  }

  @Test
  void usersAreFoundInWhateverTableTheyAre() throws IOException {
    download("--keypairs", "--nova-quotas");

    assertThat(csv("users"))
        .isEqualTo(
            """
            id,name,domain,enabled,origin
            "u-fed","max@example","Partners","true","federated"
            "u-ldap","erika","Partners",,"ldap"
            "u-local","admin","Default","true","sql"
            "u-seen","otto","Partners","true","ldap"
            """);
    assertThat(csv("projects"))
        .isEqualTo(
            """
            id,name,domain,enabled
            "pa","alpha","Partners","true"
            "pb","alpha","Default","true"
            """);
  }

  @Test
  void descriptionsAndStatefulnessComeAndAddressGroupRulesAreWithheld() throws IOException {
    Run run = download("--security-groups");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("withheld: security-group-rules r2: it admits the address group ag1");
    assertThat(csv("security-groups"))
        .endsWith("\n\"g1\",\"pa\",\"web\",\"of the group\",\"false\",\"false\"\n");
    assertThat(csv("security-group-rules"))
        .endsWith(
            "description\n\"r1\",\"g1\",\"pa\",\"ingress\",\"IPv4\",\"tcp\",\"22\",\"22\","
                + "\"10.0.0.0/8\",,\"of the rule\"\n");
  }

  @Test
  void keypairsOfOneUserAreFoundByAnyOfItsNames() {
    assertThat(download("--keypairs", "--user", "erika").out()).containsPattern("keypairs +1 ");
    assertThat(download("--keypairs", "--user", "otto").out()).containsPattern("keypairs +1 ");
    assertThat(download("--keypairs", "--user", "admin").out()).containsPattern("keypairs +2 ");
  }

  @Test
  void aSchemaOfUnknownVersionIsReadAloudByWhatItHas() throws IOException {
    server.sql("cinder", "UPDATE alembic_version SET version_num = 'from the future'");

    Run run = download("--cinder-quotas");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("warning: cinder: the schema's version is unknown");
    assertThat(csv("cinder-quotas")).endsWith("\"pa\",\"groups\",\"4\"\n");
  }

  @Test
  void aHalfUpgradedNeutronIsReadByWhatItHas() throws IOException {
    server.sql("neutron", "ALTER TABLE quotas RENAME COLUMN project_id TO tenant_id");
    server.sql("neutron", "ALTER TABLE securitygroups RENAME COLUMN project_id TO tenant_id");
    server.sql("neutron", "INSERT INTO quotas VALUES ('q', 'pa', 'network', 1)");

    assertThat(download("--neutron-quotas", "--security-groups").exitCode()).isEqualTo(1);

    assertThat(csv("neutron-quotas")).endsWith("\"pa\",\"network\",\"1\"\n");
    assertThat(csv("security-groups")).contains("\"g1\",\"pa\"");
  }

  @Test
  void anEmptyCloudIsNoError() {
    server.sql("cinder", "DELETE FROM quotas");

    Run run = download("--cinder-quotas");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsPattern("cinder-quotas +0 +0");
  }
}
