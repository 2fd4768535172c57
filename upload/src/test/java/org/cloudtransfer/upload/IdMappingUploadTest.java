package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.cloudtransfer.simulator.cloud.Domain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D5: the target Keystone's own table, by domain and by kind of entity. */
class IdMappingUploadTest {
  private static EmbeddedPostgres server;

  @TempDir Path dir;
  private Bench bench;
  private Domain one;
  private Domain two;

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    execute(
        "CREATE TABLE id_mapping (public_id VARCHAR(64) PRIMARY KEY, domain_id VARCHAR(64) NOT"
            + " NULL, local_id VARCHAR(64) NOT NULL, entity_type VARCHAR(5) NOT NULL)");
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @BeforeEach
  void start() throws IOException, SQLException {
    execute("DELETE FROM id_mapping");
    bench = Bench.newton(dir);
    one = bench.cloud.cloud().identity().addDomain("one");
    two = bench.cloud.cloud().identity().addDomain("two");
    bench.source.keypair("staff", "k", Keys.rsa(1));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  /** A row, and the account that it stands for. */
  private void mapped(Domain domain, String local, String type, String id) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO id_mapping (public_id, domain_id, local_id, entity_type) VALUES (?,"
                    + " ?, ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, domain.id());
      insert.setString(3, local);
      insert.setString(4, type);
      insert.execute();
    }
    bench.users(id);
  }

  private Ran upload(String... more) throws IOException {
    Path url = dir.resolve("keystone-url");
    Files.writeString(url, "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres\n");
    String[] args = new String[more.length + 2];
    args[0] = "--id-mapping-db";
    args[1] = "@" + url;
    System.arraycopy(more, 0, args, 2, more.length);
    return bench.upload(args);
  }

  private void assertOwner(String id) {
    assertThat(bench.cloud.cloud().compute().keypairs())
        .extracting(org.cloudtransfer.simulator.cloud.Keypair::userId)
        .containsExactly(id);
  }

  @Test
  void itsUserIsTheUser() throws IOException, SQLException {
    mapped(one, "staff", "user", "pub1");

    upload().exits(0);

    assertOwner("pub1");
  }

  @Test
  void aGroupOfTheSameLocalIdIsNot() throws IOException, SQLException {
    mapped(one, "staff", "group", "grp");
    mapped(two, "staff", "user", "pub2");

    upload().exits(0);

    assertOwner("pub2");
  }

  @Test
  void aGroupAloneIsNobody() throws IOException, SQLException {
    mapped(one, "staff", "group", "grp");

    upload().exits(1).says("the user staff is not in the target");

    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void twoDomainsAreAmbiguousUntilOneIsNamed() throws IOException, SQLException {
    mapped(one, "staff", "user", "pub1");
    mapped(two, "staff", "user", "pub2");

    upload().exits(1).says("could be", "pub1", "pub2");
    assertThat(bench.writes()).isEmpty();

    upload("--user-domain", "two").exits(0);
    assertOwner("pub2");
  }

  @Test
  void aRowOfAUserWhoIsGoneDoesNotCount() throws IOException, SQLException {
    mapped(one, "staff", "user", "pub1");
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE id_mapping SET public_id = 'stale'");
    }

    upload().exits(1).says("not in the target");
  }

  @Test
  void theUrlMayStandInTheEnvironmentAndItsPasswordIsNowhere() throws IOException, SQLException {
    mapped(one, "staff", "user", "pub1");
    bench.env.put(
        "CLOUDTRANSFER_KEYSTONE_DB",
        "postgresql://postgres:db-s3cret@127.0.0.1:" + server.getPort() + "/postgres");

    bench.upload("-vv").exits(0).saysNot("db-s3cret");

    assertOwner("pub1");
  }

  @Test
  void aDatabaseThatIsDownStopsTheRunBeforeAnything() {
    bench.env.put("CLOUDTRANSFER_KEYSTONE_DB", "postgresql://u:db-s3cret@127.0.0.1:1/keystone");

    bench.upload().exits(3).saysNot("db-s3cret", "\tat ");

    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aDatabaseWithoutTheTableStopsTheRunBeforeAnything() throws IOException {
    Path url = dir.resolve("url");
    Files.writeString(url, "postgresql://postgres@127.0.0.1:" + server.getPort() + "/template1");

    Ran ran = bench.upload("--id-mapping-db", "@" + url).says("id_mapping").saysNot("\tat ");

    assertThat(ran.code()).isIn(2, 3);
    assertThat(bench.writes()).isEmpty();
  }

  /** The password of a URL is no argument: everybody sees those. */
  @Test
  void aUrlWithAPasswordAsAnArgumentIsRefused() {
    bench
        .upload("--id-mapping-db", "postgresql://u:db-s3cret@127.0.0.1:1/keystone")
        .exits(2)
        .says("--id-mapping-db")
        .saysNot("db-s3cret");
  }
}
