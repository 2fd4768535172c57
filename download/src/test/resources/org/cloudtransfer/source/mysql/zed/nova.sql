-- In the spelling of MySQL.
-- Nova of Zed, main database, in the middle of its online migrations: rows here and in nova_api.
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('ccb0fa1a2252');
CREATE TABLE key_pairs (id integer AUTO_INCREMENT PRIMARY KEY, name varchar(255) NOT NULL, user_id varchar(255), fingerprint varchar(255), public_key mediumtext, deleted integer, type enum('ssh', 'x509') NOT NULL DEFAULT 'ssh');
CREATE TABLE quotas (id integer AUTO_INCREMENT PRIMARY KEY, project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer, deleted integer);
CREATE TABLE project_user_quotas (id integer AUTO_INCREMENT PRIMARY KEY, user_id varchar(255) NOT NULL, project_id varchar(255) NOT NULL, resource varchar(255) NOT NULL, hard_limit integer, deleted integer);
INSERT INTO key_pairs (user_id, name, public_key, deleted) VALUES ('u-local', 'both', 'stale', 0), ('u-local', 'main only', 'm', 0), ('u-local', 'moved', 'old', 3);
INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES ('pa', 'cores', 1, 0), ('pb', 'cores', 5, 0), ('pb', 'ram', 1, 9);
INSERT INTO project_user_quotas (user_id, project_id, resource, hard_limit, deleted) VALUES ('u-fed', 'pa', 'cores', 1, 0);
CREATE TABLE quota_classes (id integer AUTO_INCREMENT PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer, deleted integer);
