-- Nova of Liberty, as far as it is read. There is no API database yet.
CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY, repository_path text, version integer);
INSERT INTO migrate_version VALUES ('nova', '/usr/lib', 302);
CREATE TYPE keypair_types AS ENUM ('ssh', 'x509');
CREATE TABLE key_pairs (
  created_at timestamp, updated_at timestamp, deleted_at timestamp, id serial PRIMARY KEY, name varchar(255) NOT NULL,
  user_id varchar(255), fingerprint varchar(255), public_key text, deleted integer, type keypair_types NOT NULL DEFAULT 'ssh',
  UNIQUE (user_id, name, deleted));
CREATE TABLE quotas (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, project_id varchar(255),
  resource varchar(255) NOT NULL, hard_limit integer, deleted integer, UNIQUE (project_id, resource, deleted));
CREATE TABLE project_user_quotas (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted integer,
  user_id varchar(255) NOT NULL, project_id varchar(255) NOT NULL, resource varchar(255) NOT NULL, hard_limit integer,
  UNIQUE (user_id, project_id, resource, deleted));
CREATE TABLE quota_classes (id serial PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer, deleted integer);
