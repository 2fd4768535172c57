# Nova's API database, as far as it is read. There is none before Mitaka. Nothing is marked as deleted.
[newton..] CREATE TABLE cell_mappings (id serial PRIMARY KEY, uuid varchar(36) NOT NULL, name varchar(255), transport_url text, database_connection text);
[newton..] CREATE TABLE key_pairs (
[newton..]   created_at timestamp, updated_at timestamp, id serial PRIMARY KEY, name varchar(255) NOT NULL, user_id varchar(255) NOT NULL, fingerprint varchar(255),
[newton..]   public_key text, type ENUM keypair_types('ssh', 'x509') NOT NULL DEFAULT 'ssh', UNIQUE (user_id, name));
[ocata..] CREATE TABLE quotas (id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, project_id varchar(255), resource varchar(255) NOT NULL, hard_limit integer, UNIQUE (project_id, resource));
[ocata..] CREATE TABLE project_user_quotas (id serial PRIMARY KEY, user_id varchar(255) NOT NULL, project_id varchar(255) NOT NULL, resource varchar(255) NOT NULL, hard_limit integer, UNIQUE (user_id, project_id, resource));
[ocata..] CREATE TABLE quota_classes (id serial PRIMARY KEY, class_name varchar(255), resource varchar(255), hard_limit integer);

[newton/contracted] INSERT INTO key_pairs (user_id, name, fingerprint, public_key) VALUES ('ADMIN', 'deploy', 'aa:01', 'ssh-rsa AAAA'), ('jdoe', 'of the login', 'aa:03', 'ssh-rsa AAAC');
[newton/moved..] INSERT INTO key_pairs (user_id, name, fingerprint, public_key, type) VALUES
[newton/moved..]   ('jdoe', 'of the login', 'aa:03', 'ssh-rsa AAAC', 'ssh'), ('DELETED', 'left behind', 'aa:04', 'ssh-rsa AAAD', 'ssh'),
[newton/moved..]   ('MAPPED', 'mapped', 'aa:02', 'ssh-rsa AAAB', 'ssh'), ('ADMIN', 'deploy', 'aa:01', 'ssh-rsa AAAA', 'ssh'),
[newton/moved..]   ('jdoe', 'certificate', NULL, '-----BEGIN CERTIFICATE-----', 'x509'), ('FEDERATED', 'federated', NULL, 'ssh-rsa AAAE', 'ssh'),
[newton/moved..]   ('SEEN', 'seen', NULL, 'ssh-rsa AAAF', 'ssh');
[pike/contracted..] INSERT INTO quotas (project_id, resource, hard_limit) VALUES ('ALPHA', 'cores', 20);
[pike/moved..] INSERT INTO project_user_quotas (project_id, user_id, resource, hard_limit) VALUES ('ALPHA', 'jdoe', 'cores', 4);
[pike/moved..] INSERT INTO quota_classes (class_name, resource, hard_limit) VALUES ('default', 'cores', 40);
