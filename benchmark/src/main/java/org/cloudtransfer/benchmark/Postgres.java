package org.cloudtransfer.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Liberty's Neutron on an embedded PostgreSQL, with as many rules as wanted. */
final class Postgres implements Source, AutoCloseable {
  /**
   * By the server itself, without checks and indexes meanwhile, which take most of the time. IDs
   * are hashes, so that the order of the key is not that of the rows.
   */
  private static final String FILL =
      """
      SET session_replication_role = replica;
      ALTER TABLE securitygrouprules DROP CONSTRAINT securitygrouprules_pkey;
      DROP INDEX ix_securitygrouprules_tenant_id;
      INSERT INTO securitygroups
      SELECT md5((g / 10)::text), md5('g' || g)::uuid::text, 'group-' || g, 'description of ' || g
      FROM generate_series(0, %1$d / 20) g;
      INSERT INTO securitygrouprules
      SELECT md5((r / 200)::text), md5('r' || r)::uuid::text, md5('g' || r / 20)::uuid::text,
        CASE WHEN r %% 3 = 0 THEN md5('g' || r / 20)::uuid::text END, 'ingress', 'IPv4',
        CASE WHEN r %% 5 > 0 THEN 'tcp' END, CASE WHEN r %% 5 > 0 THEN 1 + r %% 60000 END,
        CASE WHEN r %% 5 > 0 THEN 1 + r %% 60000 END,
        CASE WHEN r %% 3 = 1 THEN '10.' || r %% 250 || '.' || r / 250 %% 250 || '.0/24' END
      FROM generate_series(0, %1$d - 1) r;
      ALTER TABLE securitygrouprules ADD PRIMARY KEY (id);
      CREATE INDEX ix_securitygrouprules_tenant_id ON securitygrouprules (tenant_id);
      ANALYZE;
      """;

  private final EmbeddedPostgres server;
  private final int rules;

  private Postgres(EmbeddedPostgres server, int rules) {
    this.server = server;
    this.rules = rules;
  }

  static Postgres start(Path data, int rules) throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "off")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("maintenance_work_mem", "512MB")
            .setServerConfig("max_wal_size", "8GB")
            .start();
    Postgres postgres = new Postgres(server, rules);
    try (InputStream schema =
        Postgres.class.getResourceAsStream("/org/cloudtransfer/demo/source/neutron.sql")) {
      postgres.run(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      postgres.run(FILL.formatted(rules));
      return postgres;
    } catch (SQLException e) {
      postgres.close();
      throw new IOException(e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  int rules() {
    return rules;
  }

  @Override
  public String url() {
    return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
