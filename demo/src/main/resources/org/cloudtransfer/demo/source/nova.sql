-- The tables of Liberty's nova that matter here, as on SUSE OpenStack Cloud 6.

CREATE TABLE migrate_version (
    repository_id   varchar(250) NOT NULL PRIMARY KEY,
    repository_path text,
    version         integer
);

CREATE TYPE keypair_types AS ENUM ('ssh', 'x509');

CREATE TABLE key_pairs (
    created_at  timestamp without time zone,
    updated_at  timestamp without time zone,
    deleted_at  timestamp without time zone,
    id          serial        NOT NULL PRIMARY KEY,
    name        varchar(255)  NOT NULL,
    user_id     varchar(255),
    fingerprint varchar(255),
    public_key  text,
    deleted     integer,
    type        keypair_types NOT NULL DEFAULT 'ssh',
    CONSTRAINT uniq_key_pairs0user_id0name0deleted UNIQUE (user_id, name, deleted)
);

CREATE TABLE quotas (
    id         serial       NOT NULL PRIMARY KEY,
    created_at timestamp without time zone,
    updated_at timestamp without time zone,
    deleted_at timestamp without time zone,
    project_id varchar(255),
    resource   varchar(255) NOT NULL,
    hard_limit integer,
    deleted    integer,
    CONSTRAINT uniq_quotas0project_id0resource0deleted UNIQUE (project_id, resource, deleted)
);

-- The real constraint name is uniq_project_user_quotas0user_id0project_id0resource0deleted
-- (60 characters, below PostgreSQL's limit of 63).
CREATE TABLE project_user_quotas (
    id         serial       NOT NULL PRIMARY KEY,
    created_at timestamp without time zone,
    updated_at timestamp without time zone,
    deleted_at timestamp without time zone,
    deleted    integer,
    user_id    varchar(255) NOT NULL,
    project_id varchar(255) NOT NULL,
    resource   varchar(255) NOT NULL,
    hard_limit integer,
    CONSTRAINT uniq_project_user_quotas0user_id0project_id0resource0deleted
        UNIQUE (user_id, project_id, resource, deleted)
);
CREATE INDEX project_user_quotas_project_id_deleted_idx ON project_user_quotas (project_id, deleted);
CREATE INDEX project_user_quotas_user_id_deleted_idx    ON project_user_quotas (user_id, deleted);

CREATE TABLE quota_classes (
    created_at timestamp without time zone,
    updated_at timestamp without time zone,
    deleted_at timestamp without time zone,
    id         serial NOT NULL PRIMARY KEY,
    class_name varchar(255),
    resource   varchar(255),
    hard_limit integer,
    deleted    integer
);
CREATE INDEX ix_quota_classes_class_name ON quota_classes (class_name);

CREATE TABLE quota_usages (
    created_at    timestamp without time zone,
    updated_at    timestamp without time zone,
    deleted_at    timestamp without time zone,
    id            serial       NOT NULL PRIMARY KEY,
    project_id    varchar(255),
    resource      varchar(255) NOT NULL,
    in_use        integer      NOT NULL,
    reserved      integer      NOT NULL,
    until_refresh integer,
    deleted       integer,
    user_id       varchar(255)
);
CREATE INDEX ix_quota_usages_project_id      ON quota_usages (project_id);
CREATE INDEX ix_quota_usages_user_id_deleted ON quota_usages (user_id, deleted);

INSERT INTO migrate_version (repository_id, repository_path, version) VALUES
    ('nova', '/usr/lib/python2.7/site-packages/nova/db/sqlalchemy/migrate_repo', 302);

