-- In the spelling of MySQL.
-- Neutron of Zed, as far as it is read: owners are projects, descriptions are standard attributes.
CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
INSERT INTO alembic_version VALUES ('5c85685d616d'), ('5881373af7f5');
CREATE TABLE standardattributes (id bigint PRIMARY KEY, resource_type varchar(255) NOT NULL, description varchar(255));
CREATE TABLE quotas (id varchar(36) PRIMARY KEY, project_id varchar(255), resource varchar(255), `limit` integer, UNIQUE (project_id, resource));
CREATE TABLE securitygroups (project_id varchar(255), id varchar(36) PRIMARY KEY, name varchar(255), standard_attr_id bigint NOT NULL UNIQUE, stateful tinyint(1) NOT NULL DEFAULT true);
CREATE TABLE securitygrouprules (
  project_id varchar(255), id varchar(36) PRIMARY KEY, security_group_id varchar(36) NOT NULL, remote_group_id varchar(36),
  direction enum('ingress', 'egress'), ethertype varchar(40), protocol varchar(40), port_range_min integer, port_range_max integer,
  remote_ip_prefix varchar(255), standard_attr_id bigint NOT NULL, remote_address_group_id varchar(36));
CREATE TABLE default_security_group (project_id varchar(255) PRIMARY KEY, security_group_id varchar(36) NOT NULL);
INSERT INTO standardattributes VALUES (1, 'securitygroups', 'of the group'), (2, 'securitygrouprules', 'of the rule'), (3, 'securitygrouprules', '');
INSERT INTO securitygroups VALUES ('pa', 'g1', 'web', 1, false);
INSERT INTO securitygrouprules VALUES
  ('pa', 'r1', 'g1', NULL, 'ingress', 'IPv4', 'tcp', 22, 22, '10.0.0.0/8', 2, NULL),
  ('pa', 'r2', 'g1', NULL, 'ingress', 'IPv4', 'tcp', 23, 23, NULL, 3, 'ag1');
CREATE TABLE address_groups (id varchar(36) PRIMARY KEY, project_id varchar(255), name varchar(255), standard_attr_id bigint);
CREATE TABLE address_associations (address varchar(64) NOT NULL, address_group_id varchar(36) NOT NULL, PRIMARY KEY (address, address_group_id));
CREATE TABLE tags (standard_attr_id bigint NOT NULL, tag varchar(60) NOT NULL, PRIMARY KEY (standard_attr_id, tag));
CREATE TABLE securitygrouprbacs (id varchar(36) PRIMARY KEY, project_id varchar(255), target_project varchar(255) NOT NULL, action varchar(255) NOT NULL, object_id varchar(36) NOT NULL);
