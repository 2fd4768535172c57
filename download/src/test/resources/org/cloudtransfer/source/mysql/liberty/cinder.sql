-- In the spelling of MySQL.
-- Cinder of Liberty, as far as it is read.
CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY, repository_path text, version integer);
INSERT INTO migrate_version VALUES ('cinder', '/usr/lib', 60);
CREATE TABLE quotas (
  id integer AUTO_INCREMENT PRIMARY KEY, created_at datetime, updated_at datetime, deleted_at datetime, deleted tinyint(1),
  project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer, allocated integer);
CREATE TABLE quota_classes (id integer AUTO_INCREMENT PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer, deleted boolean);
