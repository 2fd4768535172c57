-- The tables of Liberty's keystone that matter here, as on SUSE OpenStack Cloud 6.

CREATE TABLE migrate_version (
    repository_id   varchar(250) NOT NULL PRIMARY KEY,
    repository_path text,
    version         integer
);

CREATE TABLE domain (
    id      varchar(64) NOT NULL PRIMARY KEY,
    name    varchar(64) NOT NULL,
    enabled boolean     NOT NULL,
    extra   text,
    CONSTRAINT ixu_domain_name UNIQUE (name)
);

CREATE TABLE project (
    id          varchar(64) NOT NULL PRIMARY KEY,
    name        varchar(64) NOT NULL,
    extra       text,
    description text,
    enabled     boolean,
    domain_id   varchar(64) NOT NULL,
    parent_id   varchar(64),
    is_domain   boolean     NOT NULL DEFAULT false,
    CONSTRAINT ixu_project_name_domain_id UNIQUE (domain_id, name),
    CONSTRAINT fk_project_domain_id FOREIGN KEY (domain_id) REFERENCES domain (id),
    CONSTRAINT project_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES project (id)
);

-- "user" and "group" are reserved words in PostgreSQL: always quote them.
CREATE TABLE "user" (
    id                 varchar(64)  NOT NULL PRIMARY KEY,
    name               varchar(255) NOT NULL,
    extra              text,
    password           varchar(128),
    enabled            boolean,
    domain_id          varchar(64)  NOT NULL,
    default_project_id varchar(64),
    CONSTRAINT ixu_user_name_domain_id UNIQUE (domain_id, name)
);

CREATE TABLE "group" (
    id          varchar(64) NOT NULL PRIMARY KEY,
    domain_id   varchar(64) NOT NULL,
    name        varchar(64) NOT NULL,
    description text,
    extra       text,
    CONSTRAINT ixu_group_name_domain_id UNIQUE (domain_id, name)
);

CREATE TABLE role (
    id    varchar(64)  NOT NULL PRIMARY KEY,
    name  varchar(255) NOT NULL,
    extra text,
    CONSTRAINT ixu_role_name UNIQUE (name)
);

CREATE TYPE "type" AS ENUM ('UserProject', 'GroupProject', 'UserDomain', 'GroupDomain');

CREATE TABLE assignment (
    "type"    "type"      NOT NULL,
    actor_id  varchar(64) NOT NULL,
    target_id varchar(64) NOT NULL,
    role_id   varchar(64) NOT NULL,
    inherited boolean     NOT NULL,
    PRIMARY KEY ("type", actor_id, target_id, role_id, inherited)
);
CREATE INDEX ix_actor_id ON assignment (actor_id);

CREATE TYPE entity_type AS ENUM ('user', 'group');

CREATE TABLE id_mapping (
    public_id   varchar(64) NOT NULL PRIMARY KEY,
    domain_id   varchar(64) NOT NULL,
    local_id    varchar(64) NOT NULL,
    entity_type entity_type NOT NULL,
    UNIQUE (domain_id, local_id, entity_type)
);

-- Liberty keystone keeps one row per contrib repository besides its own.
INSERT INTO migrate_version (repository_id, repository_path, version) VALUES
    ('keystone',        '/usr/lib/python2.7/site-packages/keystone/common/sql/migrate_repo', 75),
    ('endpoint_filter', '/usr/lib/python2.7/site-packages/keystone/contrib/endpoint_filter/migrate_repo', 2),
    ('endpoint_policy', '/usr/lib/python2.7/site-packages/keystone/contrib/endpoint_policy/migrate_repo', 1),
    ('federation',      '/usr/lib/python2.7/site-packages/keystone/contrib/federation/migrate_repo', 8),
    ('oauth1',          '/usr/lib/python2.7/site-packages/keystone/contrib/oauth1/migrate_repo', 5),
    ('revoke',          '/usr/lib/python2.7/site-packages/keystone/contrib/revoke/migrate_repo', 2);

INSERT INTO domain (id, name, enabled, extra) VALUES
    ('default', 'Default', true,
     '{"description": "Owns users and tenants (i.e. projects) available on Identity API v2."}');

