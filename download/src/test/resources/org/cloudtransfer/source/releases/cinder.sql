# Cinder, as far as it is read.
CREATE TABLE quotas (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted boolean, project_id varchar(255),
[..2023.2]  resource varchar(255) NOT NULL,
[2024.1..]  resource varchar(300) NOT NULL,
[liberty..]  allocated integer,
  hard_limit integer);
CREATE TABLE quota_classes (
  id serial PRIMARY KEY, created_at timestamp, updated_at timestamp, deleted_at timestamp, deleted boolean, class_name varchar(255),
  resource varchar(255), hard_limit integer);

INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES
  ('BETA', 'volumes_ssd', 5, false), ('ALPHA', 'gigabytes', 1, false), ('ALPHA', 'gigabytes', 2000, false), ('ALPHA', 'snapshots', 1, true);
INSERT INTO quota_classes (class_name, resource, hard_limit, deleted) VALUES
  ('default', 'volumes', 10, false), ('default', 'gigabytes', 5000, false), ('default', 'snapshots', 1, true), ('default', 'consistencygroups', 10, false);
