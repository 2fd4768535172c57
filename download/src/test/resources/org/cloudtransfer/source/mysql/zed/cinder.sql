-- In the spelling of MySQL.
-- Cinder of Zed, as far as it is read.
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('c92a3e68beed');
CREATE TABLE quotas (id integer AUTO_INCREMENT PRIMARY KEY, deleted tinyint(1), project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer);
INSERT INTO quotas (deleted, project_id, resource, hard_limit) VALUES (false, 'pa', 'groups', 4);
CREATE TABLE quota_classes (id integer AUTO_INCREMENT PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer, deleted boolean);
