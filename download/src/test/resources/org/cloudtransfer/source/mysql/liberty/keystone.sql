-- In the spelling of MySQL.
-- Keystone of Liberty, as far as it is read: users carry name and domain themselves, domains have a
-- table of their own.
CREATE TABLE migrate_version (repository_id varchar(250) PRIMARY KEY, repository_path text, version integer);
INSERT INTO migrate_version VALUES ('keystone', '/usr/lib', 75), ('federation', '/usr/lib', 8);
CREATE TABLE domain (id varchar(64) PRIMARY KEY, name varchar(64) NOT NULL UNIQUE, enabled tinyint(1) NOT NULL, extra text);
CREATE TABLE project (
  id varchar(64) PRIMARY KEY, name varchar(64) NOT NULL, extra text, description text, enabled tinyint(1),
  domain_id varchar(64) NOT NULL, parent_id varchar(64), is_domain tinyint(1) NOT NULL DEFAULT false,
  UNIQUE (domain_id, name));
CREATE TABLE `user` (
  id varchar(64) PRIMARY KEY, name varchar(255) NOT NULL, extra text, password varchar(128), enabled tinyint(1),
  domain_id varchar(64) NOT NULL, default_project_id varchar(64), UNIQUE (domain_id, name));
CREATE TABLE id_mapping (
  public_id varchar(64) PRIMARY KEY, domain_id varchar(64) NOT NULL, local_id varchar(64) NOT NULL, entity_type enum('user', 'group') NOT NULL,
  UNIQUE (domain_id, local_id, entity_type));
INSERT INTO domain VALUES ('default', 'Default', true, '{}');
