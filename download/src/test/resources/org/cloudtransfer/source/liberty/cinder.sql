-- Cinder of Liberty, as far as it is read.
CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY, repository_path text, version integer);
INSERT INTO migrate_version VALUES ('cinder', '/usr/lib', 60);
CREATE TABLE quotas (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted boolean,
  project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer, allocated integer);
CREATE TABLE quota_classes (id serial PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer, deleted boolean);
