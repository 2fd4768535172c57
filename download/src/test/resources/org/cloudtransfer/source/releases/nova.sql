# Nova's main database, as far as it is read. Key pairs leave it from Newton on, limits from Pike on; what has been moved
# stays behind, marked as deleted.
CREATE TABLE key_pairs (
  created_at timestamp, updated_at timestamp, deleted_at timestamp, id serial PRIMARY KEY, name varchar(255) NOT NULL,
[kilo..]  type ENUM keypair_types('ssh', 'x509') NOT NULL DEFAULT 'ssh',
  user_id varchar(255), fingerprint varchar(255), public_key text, deleted integer, UNIQUE (user_id, name, deleted));
CREATE TABLE quotas (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted integer, project_id varchar(255),
  resource varchar(255) NOT NULL, hard_limit integer, UNIQUE (project_id, resource, deleted));
CREATE TABLE project_user_quotas (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted integer, user_id varchar(255) NOT NULL,
  project_id varchar(255) NOT NULL, resource varchar(255) NOT NULL, hard_limit integer, UNIQUE (user_id, project_id, resource, deleted));
CREATE TABLE quota_classes (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted integer, class_name varchar(255),
  resource varchar(255), hard_limit integer);

INSERT INTO key_pairs (user_id, name, fingerprint, public_key, deleted) VALUES
  ('ADMIN', 'gone', 'aa:00', 'ssh-rsa GONE', 1),
[..newton/expanded]  ('ADMIN', 'deploy', 'aa:01', 'ssh-rsa AAAA', 0),
[newton/contracted]  ('ADMIN', 'deploy', 'bb:01', 'ssh-rsa STALE', 0),
[newton/moved..]  ('ADMIN', 'deploy', 'bb:01', 'ssh-rsa STALE', 2),
[..newton/expanded]  ('jdoe', 'of the login', 'aa:03', 'ssh-rsa AAAC', 0),
[newton/moved..]  ('jdoe', 'of the login', 'aa:03', 'ssh-rsa AAAC', 4),
[..newton/contracted]  ('DELETED', 'left behind', 'aa:04', 'ssh-rsa AAAD', 0),
[..newton/contracted]  ('MAPPED', 'mapped', 'aa:02', 'ssh-rsa AAAB', 0);
[newton/moved..]  ('MAPPED', 'mapped', 'aa:02', 'ssh-rsa AAAB', 5);
[kilo..newton/contracted] INSERT INTO key_pairs (user_id, name, type, public_key, deleted) VALUES ('jdoe', 'certificate', 'x509', '-----BEGIN CERTIFICATE-----', 0);
[mitaka..newton/contracted] INSERT INTO key_pairs (user_id, name, public_key, deleted) VALUES ('FEDERATED', 'federated', 'ssh-rsa AAAE', 0);
[newton..newton/contracted] INSERT INTO key_pairs (user_id, name, public_key, deleted) VALUES ('SEEN', 'seen', 'ssh-rsa AAAF', 0);

INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES
  ('ALPHA', 'instances', 3, 9), ('BETA', 'ram', -1, 0),
[..ocata]  ('ALPHA', 'cores', 20, 0);
[pike/expanded..pike/contracted]  ('ALPHA', 'cores', 10, 0);
[pike/moved..]  ('ALPHA', 'cores', 20, 2);
[..pike/contracted] INSERT INTO project_user_quotas (project_id, user_id, resource, hard_limit, deleted) VALUES ('ALPHA', 'jdoe', 'cores', 4, 0);
[..pike/contracted] INSERT INTO quota_classes (class_name, resource, hard_limit, deleted) VALUES ('default', 'cores', 40, 0), ('other', 'cores', 50, 0);
[pike/moved..] INSERT INTO quota_classes (class_name, resource, hard_limit, deleted) VALUES ('default', 'cores', 40, 1);
