package org.cloudtransfer.demo.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.cloudtransfer.demo.sample.Fate;
import org.cloudtransfer.demo.sample.Sample;
import org.cloudtransfer.demo.sample.SampleGroup;
import org.cloudtransfer.demo.sample.SampleKeypair;
import org.cloudtransfer.demo.sample.SampleProject;
import org.cloudtransfer.demo.sample.SampleQuota;
import org.cloudtransfer.demo.sample.SampleQuota.Service;
import org.cloudtransfer.demo.sample.SampleRule;
import org.cloudtransfer.demo.sample.SampleUser;

/** Writes the sample into the tables of a database. */
record Filling(Connection connection, Sample sample) {

  /** Statements of one kind, sent together. */
  private static final class Batch implements AutoCloseable {
    private final PreparedStatement statement;

    Batch(Connection connection, String sql) throws SQLException {
      statement = connection.prepareStatement(sql);
    }

    void add(Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.addBatch();
    }

    @Override
    public void close() throws SQLException {
      try (statement) {
        statement.executeBatch();
      }
    }
  }

  private Batch batch(String sql) throws SQLException {
    return new Batch(connection, sql);
  }

  /** Users of the directory leave no row in Liberty's hybrid backend. */
  void keystone() throws SQLException {
    try (Batch domains =
        batch("INSERT INTO domain (id, name, enabled, extra) VALUES (?, ?, true, '{}')")) {
      domains.add(Sample.PARTNER_DOMAIN, "partners");
    }
    try (Batch projects =
        batch("INSERT INTO project (id, name, enabled, domain_id) VALUES (?, ?, ?, ?)")) {
      for (SampleProject p : sample.projects()) {
        if (p.inSource()) {
          projects.add(p.id(), p.name(), p.enabled(), p.domainId());
        }
      }
    }
    try (Batch users =
        batch("INSERT INTO \"user\" (id, name, enabled, domain_id) VALUES (?, ?, true, ?)")) {
      for (SampleUser user : sample.users()) {
        if (user.kind() == SampleUser.Kind.SQL) {
          users.add(user.id(), user.name(), Sample.DEFAULT_DOMAIN);
        }
      }
    }
  }

  void nova() throws SQLException {
    try (Batch keypairs =
        batch(
            "INSERT INTO key_pairs (id, user_id, name, type, public_key, fingerprint, deleted)"
                + " VALUES (?, ?, ?, ?::keypair_types, ?, ?, ?)")) {
      int id = 0;
      for (SampleKeypair k : sample.keypairs()) {
        id++;
        String fingerprint = "00:00:" + id;
        keypairs.add(
            id,
            k.user().id(),
            k.name(),
            k.type(),
            k.publicKey(),
            fingerprint,
            deleted(k.fate(), id));
      }
    }
    try (Batch ofProjects =
            batch(
                "INSERT INTO quotas (id, project_id, resource, hard_limit, deleted)"
                    + " VALUES (?, ?, ?, ?, ?)");
        Batch ofUsers =
            batch(
                "INSERT INTO project_user_quotas"
                    + " (id, user_id, project_id, resource, hard_limit, deleted)"
                    + " VALUES (?, ?, ?, ?, ?, ?)")) {
      int id = 0;
      for (SampleQuota q : sample.quotas()) {
        id++;
        if (q.service() == Service.NOVA && q.user() == null) {
          ofProjects.add(id, q.project().id(), q.resource(), q.limit(), deleted(q.fate(), id));
        } else if (q.service() == Service.NOVA) {
          ofUsers.add(
              id, q.user().id(), q.project().id(), q.resource(), q.limit(), deleted(q.fate(), id));
        }
      }
    }
  }

  /** Nova marks a deleted row with its own ID. */
  private static int deleted(Fate fate, int id) {
    return fate == Fate.DELETED ? id : 0;
  }

  void neutron() throws SQLException {
    try (Batch quotas =
        batch("INSERT INTO quotas (id, tenant_id, resource, \"limit\") VALUES (?, ?, ?, ?)")) {
      int id = 0;
      for (SampleQuota q : sample.quotas()) {
        id++;
        if (q.service() == Service.NEUTRON) {
          quotas.add("quota-" + id, q.project().id(), q.resource(), q.limit());
        }
      }
    }
    groups();
    rules();
  }

  private void groups() throws SQLException {
    try (Batch groups =
        batch(
            "INSERT INTO securitygroups (id, tenant_id, name, description) VALUES (?, ?, ?, ?)")) {
      for (SampleGroup g : sample.groups()) {
        groups.add(g.id(), g.project().id(), g.name(), g.description());
      }
    }
    try (Batch defaults =
        batch("INSERT INTO default_security_group (security_group_id, tenant_id) VALUES (?, ?)")) {
      for (SampleGroup g : sample.groups()) {
        if (g.isDefault()) {
          defaults.add(g.id(), g.project().id());
        }
      }
    }
  }

  private void rules() throws SQLException {
    try (Batch rules =
        batch(
            "INSERT INTO securitygrouprules (id, tenant_id, security_group_id, direction,"
                + " ethertype, protocol, port_range_min, port_range_max, remote_ip_prefix,"
                + " remote_group_id)"
                + " VALUES (?, ?, ?, ?::securitygrouprules_direction, ?, ?, ?, ?, ?, ?)")) {
      for (SampleGroup g : sample.groups()) {
        for (SampleRule r : g.rules()) {
          rules.add(
              r.id(),
              r.projectId(),
              g.id(),
              r.direction(),
              r.ethertype(),
              r.protocol(),
              r.portRangeMin(),
              r.portRangeMax(),
              r.remoteIpPrefix(),
              r.remoteGroupId());
        }
      }
    }
  }

  void cinder() throws SQLException {
    try (Batch types =
        batch(
            "INSERT INTO volume_types (id, name, is_public, deleted) VALUES (?, ?, true, false)")) {
      for (String name : Sample.VOLUME_TYPES) {
        types.add("type-" + name.hashCode(), name);
      }
      types.add("type-retired", Sample.RETIRED_VOLUME_TYPE);
    }
    try (Batch quotas =
        batch(
            "INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES (?, ?, ?, ?)")) {
      for (SampleQuota q : sample.quotas()) {
        if (q.service() == Service.CINDER) {
          quotas.add(q.project().id(), q.resource(), q.limit(), q.fate() == Fate.DELETED);
        }
      }
    }
  }
}
