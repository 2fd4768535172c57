package org.cloudtransfer.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Liberty's security groups on the MariaDB that is installed here. */
final class MariaDb implements Source, AutoCloseable {
  private static final List<String> NEEDED = List.of("mariadbd", "mariadb-install-db", "mariadb");
  private static final int SECONDS_MAX = 120;
  private static final String FILL =
      """
      CREATE DATABASE neutron; USE neutron;
      CREATE TABLE alembic_version (version_num varchar(32));
      INSERT INTO alembic_version VALUES ('4af11ca47297'), ('34af2b5c5a59');
      CREATE TABLE securitygroups (tenant_id varchar(255), id varchar(36) PRIMARY KEY,
        name varchar(255), description varchar(255)) CHARACTER SET utf8;
      CREATE TABLE securitygrouprules (tenant_id varchar(255), id varchar(36) PRIMARY KEY,
        security_group_id varchar(36), remote_group_id varchar(36), direction varchar(10),
        ethertype varchar(40), protocol varchar(40), port_range_min integer,
        port_range_max integer, remote_ip_prefix varchar(255)) CHARACTER SET utf8;
      CREATE TABLE default_security_group (tenant_id varchar(255) PRIMARY KEY,
        security_group_id varchar(36)) CHARACTER SET utf8;
      INSERT INTO securitygroups
        SELECT md5(seq DIV 10), md5(concat('g', seq)), concat('group-', seq), 'a description'
        FROM seq_0_to_%1$d;
      INSERT INTO securitygrouprules
        SELECT md5(seq DIV 200), md5(concat('r', seq)), md5(concat('g', seq DIV 20)), NULL,
          'ingress', 'IPv4', 'tcp', 1 + seq %% 60000, 1 + seq %% 60000,
          concat('10.', seq %% 250, '.', seq DIV 250 %% 250, '.0/24')
        FROM seq_0_to_%2$d;
      CREATE USER bench@'127.0.0.1' IDENTIFIED BY 'bench';
      GRANT SELECT ON neutron.* TO bench@'127.0.0.1';
      """;

  private final Path home;
  private final int port;
  private Process server;

  private MariaDb(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  static boolean isInstalled() {
    return NEEDED.stream().allMatch(Yardstick::has);
  }

  static MariaDb start(Path home, int rules) throws IOException {
    Files.createDirectories(home);
    try (ServerSocket free = new ServerSocket(0)) {
      MariaDb database = new MariaDb(home, free.getLocalPort());
      free.close();
      Yardstick.seconds(
          "mariadb-install-db",
          "--no-defaults",
          "--datadir=" + home.resolve("data"),
          "--auth-root-authentication-method=normal",
          "--user=" + System.getProperty("user.name"));
      database.serve();
      database.fill(FILL.formatted(rules / 20, rules - 1));
      return database;
    }
  }

  private void serve() throws IOException {
    File log = home.resolve("log").toFile();
    server =
        new ProcessBuilder(
                "mariadbd",
                "--no-defaults",
                "--datadir=" + home.resolve("data"),
                "--socket=" + home.resolve("socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--user=" + System.getProperty("user.name"),
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=512M")
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    for (int i = 0; !Files.exists(home.resolve("socket")); i++) {
      if (i > SECONDS_MAX * 10 || pause()) {
        throw new IOException("MariaDB does not start: " + Files.readString(log.toPath()));
      }
    }
  }

  /** True if the server has ended meanwhile. */
  private boolean pause() throws IOException {
    try {
      return server.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  private void fill(String sql) throws IOException {
    Path script = Files.writeString(home.resolve("fill.sql"), sql);
    Yardstick.seconds(
        "sh",
        "-c",
        "mariadb --no-defaults --user=root --socket=" + home.resolve("socket") + " < " + script);
  }

  @Override
  public String url() {
    return "mysql+pymysql://bench:bench@127.0.0.1:" + port + "/neutron?charset=utf8";
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
