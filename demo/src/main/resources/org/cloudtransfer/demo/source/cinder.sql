-- The tables of Liberty's cinder that matter here, as on SUSE OpenStack Cloud 6.

CREATE TABLE migrate_version (
    repository_id   varchar(250) NOT NULL PRIMARY KEY,
    repository_path text,
    version         integer
);

CREATE TABLE quotas (
    id         serial       NOT NULL PRIMARY KEY,
    created_at timestamp without time zone,
    updated_at timestamp without time zone,
    deleted_at timestamp without time zone,
    deleted    boolean,
    project_id varchar(255),
    resource   varchar(255) NOT NULL,
    hard_limit integer,
    allocated  integer
);

CREATE TABLE quota_classes (
    created_at timestamp without time zone,
    updated_at timestamp without time zone,
    deleted_at timestamp without time zone,
    deleted    boolean,
    id         serial NOT NULL PRIMARY KEY,
    class_name varchar(255),
    resource   varchar(255),
    hard_limit integer
);
CREATE INDEX ix_quota_classes_class_name ON quota_classes (class_name);

CREATE TABLE quality_of_service_specs (
    created_at timestamp without time zone,
    updated_at timestamp without time zone,
    deleted_at timestamp without time zone,
    deleted    boolean,
    id         varchar(36) NOT NULL PRIMARY KEY,
    specs_id   varchar(36) REFERENCES quality_of_service_specs (id),
    key        varchar(255),
    value      varchar(255)
);

CREATE TABLE volume_types (
    created_at   timestamp without time zone,
    updated_at   timestamp without time zone,
    deleted_at   timestamp without time zone,
    deleted      boolean,
    id           varchar(36) NOT NULL PRIMARY KEY,
    name         varchar(255),
    qos_specs_id varchar(36) REFERENCES quality_of_service_specs (id),
    is_public    boolean,
    description  varchar(255)
);

INSERT INTO migrate_version (repository_id, repository_path, version) VALUES
    ('cinder', '/usr/lib/python2.7/site-packages/cinder/db/sqlalchemy/migrate_repo', 60);

-- Rows that the cinder migrations themselves create (021, 026, 047); the
-- limits are those of cinder.conf at the time of the first db sync.
INSERT INTO quota_classes (created_at, class_name, resource, hard_limit, deleted) VALUES
    ('2016-01-15 10:00:00', 'default', 'volumes',              10,   false),
    ('2016-01-15 10:00:00', 'default', 'snapshots',            10,   false),
    ('2016-01-15 10:00:00', 'default', 'gigabytes',            1000, false),
    ('2016-01-15 10:00:00', 'default', 'consistencygroups',    10,   false),
    ('2016-01-15 10:00:00', 'default', 'per_volume_gigabytes', -1,   false);
