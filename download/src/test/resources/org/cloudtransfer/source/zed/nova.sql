-- Nova of Zed, main database, in the middle of its online migrations: rows here and in nova_api.
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('ccb0fa1a2252');
CREATE TYPE keypair_types AS ENUM ('ssh', 'x509');
CREATE TABLE key_pairs (id serial PRIMARY KEY, name varchar(255) NOT NULL, user_id varchar(255), fingerprint varchar(255), public_key text, deleted integer, type keypair_types NOT NULL DEFAULT 'ssh');
CREATE TABLE quotas (id serial PRIMARY KEY, project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer, deleted integer);
CREATE TABLE project_user_quotas (id serial PRIMARY KEY, user_id varchar(255) NOT NULL, project_id varchar(255) NOT NULL, resource varchar(255) NOT NULL, hard_limit integer, deleted integer);
INSERT INTO key_pairs (user_id, name, public_key, deleted) VALUES ('u-local', 'both', 'stale', 0), ('u-local', 'main only', 'm', 0), ('u-local', 'moved', 'old', 3);
INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES ('pa', 'cores', 1, 0), ('pb', 'cores', 5, 0), ('pb', 'ram', 1, 9);
INSERT INTO project_user_quotas (user_id, project_id, resource, hard_limit, deleted) VALUES ('u-fed', 'pa', 'cores', 1, 0);
CREATE TABLE quota_classes (id serial PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer, deleted integer);
