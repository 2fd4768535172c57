# Neutron, as far as it is read. Newton's contract step renames the owner.
[mitaka..] CREATE TABLE standardattributes (id bigint PRIMARY KEY, resource_type varchar(255) NOT NULL, description varchar(255), created_at timestamp, updated_at timestamp
[newton..]   , revision_number bigint NOT NULL DEFAULT 0
[mitaka..] );
CREATE TABLE quotas (
  id varchar(36) PRIMARY KEY,
[..newton/expanded]  tenant_id varchar(255),
[newton/contracted..]  project_id varchar(255),
[wallaby..]  UNIQUE (project_id, resource),
  resource varchar(255), "limit" integer);
CREATE TABLE securitygroups (
[..newton/expanded]  tenant_id varchar(255),
[newton/contracted..]  project_id varchar(255),
[..liberty]  description varchar(255),
[mitaka..]  standard_attr_id bigint NOT NULL UNIQUE REFERENCES standardattributes (id) ON DELETE CASCADE,
[ussuri..]  stateful boolean NOT NULL DEFAULT true,
  id varchar(36) PRIMARY KEY, name varchar(255));
[victoria] CREATE TABLE address_groups (project_id varchar(255), id varchar(36) PRIMARY KEY, name varchar(255), description varchar(255));
[wallaby..] CREATE TABLE address_groups (project_id varchar(255), id varchar(36) PRIMARY KEY, name varchar(255), standard_attr_id bigint NOT NULL UNIQUE);
[victoria..] CREATE TABLE address_associations (address varchar(64) NOT NULL, address_group_id varchar(36) NOT NULL, PRIMARY KEY (address, address_group_id));
CREATE TABLE securitygrouprules (
[..newton/expanded]  tenant_id varchar(255),
[newton/contracted..]  project_id varchar(255),
[mitaka..]  standard_attr_id bigint NOT NULL UNIQUE REFERENCES standardattributes (id) ON DELETE CASCADE,
[wallaby..]  remote_address_group_id varchar(36),
  id varchar(36) PRIMARY KEY, security_group_id varchar(36) NOT NULL, remote_group_id varchar(36),
  direction ENUM securitygrouprules_direction('ingress', 'egress'), ethertype varchar(40), protocol varchar(40), port_range_min integer,
  port_range_max integer, remote_ip_prefix varchar(255));
[kilo..] CREATE TABLE default_security_group (
[kilo..newton/expanded]   tenant_id varchar(255) PRIMARY KEY,
[newton/contracted..]   project_id varchar(255) PRIMARY KEY,
[kilo..]   security_group_id varchar(36) NOT NULL);
[mitaka..] CREATE TABLE tags (standard_attr_id bigint NOT NULL, tag varchar(60) NOT NULL, PRIMARY KEY (standard_attr_id, tag));
[stein..] CREATE TABLE securitygrouprbacs (
[stein..]   project_id varchar(255), id varchar(36) PRIMARY KEY, action varchar(255) NOT NULL, object_id varchar(36) NOT NULL,
[stein..xena]   target_tenant varchar(255) NOT NULL);
[yoga..]   target_project varchar(255) NOT NULL);
[2023.2..] CREATE TABLE securitygroupdefaultrules (
[2023.2..]   id varchar(36) PRIMARY KEY, standard_attr_id bigint, direction ENUM defaultrules_direction('ingress', 'egress'), ethertype varchar(40), protocol varchar(40),
[2023.2..]   port_range_min integer, port_range_max integer, remote_ip_prefix varchar(255), remote_group_id varchar(36), remote_address_group_id varchar(36),
[2023.2..]   used_in_default_sg boolean NOT NULL, used_in_non_default_sg boolean NOT NULL);

[..victoria] INSERT INTO quotas (id, OWNER, resource, "limit") VALUES ('q0', 'ALPHA', 'network', 1);
INSERT INTO quotas (id, OWNER, resource, "limit") VALUES ('q1', 'ALPHA', 'network', 5), ('q2', 'BETA', 'vip', -1);
[mitaka..] INSERT INTO standardattributes (id, resource_type, description) VALUES
[mitaka..]   (1, 'securitygroups', 'Default security group'), (2, 'securitygroups', 'of the front'), (3, 'securitygroups', ''),
[mitaka..]   (11, 'securitygrouprules', 'of the rule'), (12, 'securitygrouprules', ''), (13, 'securitygrouprules', NULL), (14, 'securitygrouprules', NULL),
[mitaka..]   (15, 'securitygrouprules', 'the offices'), (16, 'securitygrouprules', NULL), (21, 'address_groups', 'of all sites'), (22, 'address_groups', NULL);
[..liberty] INSERT INTO securitygroups (id, OWNER, name, description) VALUES
[..liberty]   ('g1', 'ALPHA', 'default', 'Default security group'), ('g2', 'ALPHA', 'web', 'of the front'), ('g3', 'BETA', 'no rules', '');
[mitaka..] INSERT INTO securitygroups (id, OWNER, name, standard_attr_id) VALUES ('g1', 'ALPHA', 'default', 1), ('g2', 'ALPHA', 'web', 2), ('g3', 'BETA', 'no rules', 3);
[ussuri..] UPDATE securitygroups SET stateful = false WHERE id = 'g2';
[kilo..] INSERT INTO default_security_group VALUES ('ALPHA', 'g1');
INSERT INTO securitygrouprules (id, OWNER, security_group_id, remote_group_id, direction, ethertype, protocol, port_range_min, port_range_max, remote_ip_prefix
[mitaka..]   , standard_attr_id
[wallaby..]   , remote_address_group_id
  ) VALUES
[wallaby..]   ('r5', 'ALPHA', 'g2', NULL, 'ingress', 'IPv4', 'tcp', 443, 443, NULL, 15, 'ag1'),
[wallaby..]   ('r6', 'ALPHA', 'g2', NULL, 'ingress', 'IPv6', 'tcp', 443, 443, NULL, 16, 'ag2'),
  ('r1', 'ALPHA', 'g2', NULL, 'ingress', 'IPv4', 'tcp', 22, 22, '10.0.0.0/8'
[mitaka..]     , 11
[wallaby..]     , NULL
  ), ('r2', 'ALPHA', 'g1', 'g1', 'ingress', 'IPv4', NULL, NULL, NULL, NULL
[mitaka..]     , 12
[wallaby..]     , NULL
  ), ('r3', 'ALPHA', 'g2', 'g3', 'egress', 'IPv6', 'icmp', 8, 0, NULL
[mitaka..]     , 13
[wallaby..]     , NULL
  ), ('r4', 'BETA', 'g2', NULL, 'ingress', 'IPv4', 'udp', 53, 53, '0.0.0.0/0'
[mitaka..]     , 14
[wallaby..]     , NULL
  );
[wallaby..] INSERT INTO address_groups (project_id, id, name, standard_attr_id) VALUES ('ALPHA', 'ag1', 'offices', 21), ('ALPHA', 'ag2', 'old site', 22);
[wallaby..] INSERT INTO address_associations VALUES ('10.2.0.0/16', 'ag1'), ('10.1.0.0/16', 'ag1'), ('2001:db8::/32', 'ag1'), ('10.3.0.0/16', 'ag2');
[pike..] INSERT INTO tags VALUES (2, 'keep'), (2, 'a "tag"');
[stein..xena] INSERT INTO securitygrouprbacs (project_id, id, action, object_id, target_tenant) VALUES ('ALPHA', 'b1', 'access_as_shared', 'g2', 'BETA');
[yoga..] INSERT INTO securitygrouprbacs (project_id, id, action, object_id, target_project) VALUES ('ALPHA', 'b1', 'access_as_shared', 'g2', 'BETA');
[2023.2..] INSERT INTO securitygroupdefaultrules (id, direction, ethertype, remote_group_id, used_in_default_sg, used_in_non_default_sg) VALUES
[2023.2..]   ('d1', 'egress', 'IPv4', NULL, true, true), ('d2', 'egress', 'IPv6', NULL, true, true), ('d3', 'ingress', 'IPv4', 'PARENT', true, false),
[2023.2..]   ('d4', 'ingress', 'IPv6', 'PARENT', true, false);
[2024.1..] INSERT INTO securitygroupdefaultrules (id, direction, ethertype, protocol, port_range_min, port_range_max, remote_ip_prefix, used_in_default_sg, used_in_non_default_sg) VALUES ('d5', 'ingress', 'IPv4', 'icmp', 8, NULL, '10.0.0.0/8', false, true);
