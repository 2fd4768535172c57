-- In the spelling of MySQL.
-- Neutron of Liberty, as far as it is read: owners are tenants, descriptions are columns.
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('4af11ca47297'), ('34af2b5c5a59');
CREATE TABLE quotas (id varchar(36) PRIMARY KEY, tenant_id varchar(255), resource varchar(255), `limit` integer);
CREATE TABLE securitygroups (tenant_id varchar(255), id varchar(36) PRIMARY KEY, name varchar(255), description varchar(255));
CREATE TABLE securitygrouprules (
  tenant_id varchar(255), id varchar(36) PRIMARY KEY, security_group_id varchar(36) NOT NULL,
  remote_group_id varchar(36), direction enum('ingress', 'egress'), ethertype varchar(40),
  protocol varchar(40), port_range_min integer, port_range_max integer, remote_ip_prefix varchar(255));
CREATE TABLE default_security_group (
  tenant_id varchar(255) PRIMARY KEY, security_group_id varchar(36) NOT NULL);
