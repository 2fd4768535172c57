-- In the spelling of MySQL.
-- Nova of Zed, API database: no soft delete.
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('b30f573d3377');
CREATE TABLE key_pairs (id integer AUTO_INCREMENT PRIMARY KEY, name varchar(255) NOT NULL, user_id varchar(255) NOT NULL, fingerprint varchar(255), public_key text, type enum('ssh', 'x509') NOT NULL DEFAULT 'ssh');
CREATE TABLE quotas (id integer AUTO_INCREMENT PRIMARY KEY, project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer);
CREATE TABLE project_user_quotas (id integer AUTO_INCREMENT PRIMARY KEY, user_id varchar(255) NOT NULL, project_id varchar(255) NOT NULL, resource varchar(255) NOT NULL, hard_limit integer);
INSERT INTO key_pairs (user_id, name, public_key) VALUES ('u-local', 'both', 'fresh'), ('u-ldap', 'api only', 'a'), ('u-seen', 'k', 's');
INSERT INTO quotas (project_id, resource, hard_limit) VALUES ('pa', 'cores', 2);
CREATE TABLE quota_classes (id integer AUTO_INCREMENT PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer);
