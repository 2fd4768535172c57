-- The tables of a Liberty cloud (SUSE OpenStack Cloud 6) on PostgreSQL that are read: one database a
-- service, no nova_api. Run by lab/liberty with psql, once the four databases exist. Written from the
-- facts of the release's migrations; only indexes that matter for reading and uniqueness are here, and
-- only the rows that the migrations themselves insert.

\connect keystone
CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY, repository_path text, version integer);
INSERT INTO migrate_version VALUES
    ('keystone',        '/usr/lib/python2.7/site-packages/keystone/common/sql/migrate_repo', 75),
    ('endpoint_filter', '/usr/lib/python2.7/site-packages/keystone/contrib/endpoint_filter/migrate_repo', 2),
    ('endpoint_policy', '/usr/lib/python2.7/site-packages/keystone/contrib/endpoint_policy/migrate_repo', 1),
    ('federation',      '/usr/lib/python2.7/site-packages/keystone/contrib/federation/migrate_repo', 8),
    ('oauth1',          '/usr/lib/python2.7/site-packages/keystone/contrib/oauth1/migrate_repo', 5),
    ('revoke',          '/usr/lib/python2.7/site-packages/keystone/contrib/revoke/migrate_repo', 2);
CREATE TABLE domain (
    id varchar(64) PRIMARY KEY, name varchar(64) NOT NULL UNIQUE, enabled boolean NOT NULL, extra text);
INSERT INTO domain VALUES ('default', 'Default', true,
    '{"description": "Owns users and tenants (i.e. projects) available on Identity API v2."}');
CREATE TABLE project (
    id varchar(64) PRIMARY KEY, name varchar(64) NOT NULL, extra text, description text, enabled boolean,
    domain_id varchar(64) NOT NULL REFERENCES domain, parent_id varchar(64) REFERENCES project,
    is_domain boolean NOT NULL DEFAULT false, UNIQUE (domain_id, name));
CREATE TABLE "user" (
    id varchar(64) PRIMARY KEY, name varchar(255) NOT NULL, extra text, password varchar(128), enabled boolean,
    domain_id varchar(64) NOT NULL, default_project_id varchar(64), UNIQUE (domain_id, name));
CREATE TABLE "group" (
    id varchar(64) PRIMARY KEY, domain_id varchar(64) NOT NULL, name varchar(64) NOT NULL, description text, extra text,
    UNIQUE (domain_id, name));
CREATE TABLE role (id varchar(64) PRIMARY KEY, name varchar(255) NOT NULL UNIQUE, extra text);
CREATE TYPE "type" AS ENUM ('UserProject', 'GroupProject', 'UserDomain', 'GroupDomain');
CREATE TABLE assignment (
    "type" "type" NOT NULL, actor_id varchar(64) NOT NULL, target_id varchar(64) NOT NULL, role_id varchar(64) NOT NULL,
    inherited boolean NOT NULL, PRIMARY KEY ("type", actor_id, target_id, role_id, inherited));
CREATE TYPE entity_type AS ENUM ('user', 'group');
-- stays empty: the hybrid driver serves the default domain and needs no mapping
CREATE TABLE id_mapping (
    public_id varchar(64) PRIMARY KEY, domain_id varchar(64) NOT NULL, local_id varchar(64) NOT NULL,
    entity_type entity_type NOT NULL, UNIQUE (domain_id, local_id, entity_type));

\connect nova
CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY, repository_path text, version integer);
INSERT INTO migrate_version VALUES ('nova', '/usr/lib/python2.7/site-packages/nova/db/sqlalchemy/migrate_repo', 302);
CREATE TYPE keypair_types AS ENUM ('ssh', 'x509');
CREATE TABLE key_pairs (
    created_at timestamp, updated_at timestamp, deleted_at timestamp, id serial PRIMARY KEY, name varchar(255) NOT NULL,
    user_id varchar(255), fingerprint varchar(255), public_key text, deleted integer, type keypair_types NOT NULL DEFAULT 'ssh',
    CONSTRAINT uniq_key_pairs0user_id0name0deleted UNIQUE (user_id, name, deleted));
CREATE TABLE quotas (
    id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, project_id varchar(255),
    resource varchar(255) NOT NULL, hard_limit integer, deleted integer,
    CONSTRAINT uniq_quotas0project_id0resource0deleted UNIQUE (project_id, resource, deleted));
CREATE TABLE project_user_quotas (
    id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted integer,
    user_id varchar(255) NOT NULL, project_id varchar(255) NOT NULL, resource varchar(255) NOT NULL, hard_limit integer,
    CONSTRAINT uniq_project_user_quotas0user_id0project_id0resource0deleted UNIQUE (user_id, project_id, resource, deleted));
CREATE TABLE quota_classes (
    created_at timestamp, updated_at timestamp, deleted_at timestamp, id serial PRIMARY KEY, class_name varchar(255),
    resource varchar(255), hard_limit integer, deleted integer);
CREATE TABLE quota_usages (
    created_at timestamp, updated_at timestamp, deleted_at timestamp, id serial PRIMARY KEY, project_id varchar(255),
    resource varchar(255) NOT NULL, in_use integer NOT NULL, reserved integer NOT NULL, until_refresh integer, deleted integer,
    user_id varchar(255));

\connect neutron
-- two heads, contract and expand, hence two rows
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('4af11ca47297'), ('34af2b5c5a59');
CREATE TABLE quotas (id varchar(36) PRIMARY KEY, tenant_id varchar(255), resource varchar(255), "limit" integer);
CREATE INDEX ix_quotas_tenant_id ON quotas (tenant_id);
CREATE TABLE securitygroups (tenant_id varchar(255), id varchar(36) PRIMARY KEY, name varchar(255), description varchar(255));
CREATE INDEX ix_securitygroups_tenant_id ON securitygroups (tenant_id);
CREATE TYPE securitygrouprules_direction AS ENUM ('ingress', 'egress');
CREATE TABLE securitygrouprules (
    tenant_id varchar(255), id varchar(36) PRIMARY KEY,
    security_group_id varchar(36) NOT NULL REFERENCES securitygroups ON DELETE CASCADE,
    remote_group_id varchar(36) REFERENCES securitygroups ON DELETE CASCADE,
    direction securitygrouprules_direction, ethertype varchar(40), protocol varchar(40), port_range_min integer,
    port_range_max integer, remote_ip_prefix varchar(255));
CREATE INDEX ix_securitygrouprules_tenant_id ON securitygrouprules (tenant_id);
CREATE TABLE default_security_group (
    tenant_id varchar(255) PRIMARY KEY, security_group_id varchar(36) NOT NULL REFERENCES securitygroups ON DELETE CASCADE);
CREATE TABLE quotausages (
    resource varchar(255) NOT NULL, tenant_id varchar(255) NOT NULL, dirty boolean NOT NULL DEFAULT false,
    in_use integer NOT NULL DEFAULT 0, reserved integer NOT NULL DEFAULT 0, PRIMARY KEY (resource, tenant_id));

\connect cinder
CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY, repository_path text, version integer);
INSERT INTO migrate_version VALUES ('cinder', '/usr/lib/python2.7/site-packages/cinder/db/sqlalchemy/migrate_repo', 60);
CREATE TABLE quotas (
    id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted boolean,
    project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer, allocated integer);
CREATE TABLE quota_classes (
    created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted boolean, id serial PRIMARY KEY,
    class_name varchar(255), resource varchar(255), hard_limit integer);
INSERT INTO quota_classes (created_at, class_name, resource, hard_limit, deleted) VALUES
    ('2016-01-15 10:00:00', 'default', 'volumes', 10, false), ('2016-01-15 10:00:00', 'default', 'snapshots', 10, false),
    ('2016-01-15 10:00:00', 'default', 'gigabytes', 1000, false), ('2016-01-15 10:00:00', 'default', 'consistencygroups', 10, false),
    ('2016-01-15 10:00:00', 'default', 'per_volume_gigabytes', -1, false);
CREATE TABLE volume_types (
    created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted boolean, id varchar(36) PRIMARY KEY,
    name varchar(255), qos_specs_id varchar(36), is_public boolean, description varchar(255));
