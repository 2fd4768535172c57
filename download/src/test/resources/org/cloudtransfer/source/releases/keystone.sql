# Keystone, as far as it is read.
[..mitaka] CREATE TABLE domain (id varchar(64) PRIMARY KEY, name varchar(64) NOT NULL UNIQUE, enabled boolean NOT NULL, extra text);
CREATE TABLE project (
  id varchar(64) PRIMARY KEY, name varchar(64) NOT NULL, extra text, description text, enabled boolean, domain_id varchar(64) NOT NULL,
[kilo..]  parent_id varchar(64),
[liberty..]  is_domain boolean NOT NULL DEFAULT false,
  UNIQUE (domain_id, name));
CREATE TABLE "user" (
  id varchar(64) PRIMARY KEY,
[..liberty]  name varchar(255) NOT NULL, password varchar(128), domain_id varchar(64) NOT NULL, UNIQUE (domain_id, name),
[ocata..]  domain_id varchar(64) NOT NULL,
  extra text, enabled boolean, default_project_id varchar(64));
[mitaka..] CREATE TABLE local_user (id serial PRIMARY KEY, user_id varchar(64) NOT NULL UNIQUE, domain_id varchar(64) NOT NULL, name varchar(255) NOT NULL, UNIQUE (domain_id, name));
[mitaka..] CREATE TABLE federated_user (id serial PRIMARY KEY, user_id varchar(64) NOT NULL, idp_id varchar(64) NOT NULL, protocol_id varchar(64) NOT NULL, unique_id varchar(255) NOT NULL, display_name varchar(255));
[newton..] CREATE TABLE nonlocal_user (domain_id varchar(64) NOT NULL, name varchar(255) NOT NULL, user_id varchar(64) NOT NULL, PRIMARY KEY (domain_id, name));
CREATE TABLE id_mapping (
  public_id varchar(64) PRIMARY KEY, domain_id varchar(64) NOT NULL,
[..wallaby]  local_id varchar(64) NOT NULL,
[xena..]  local_id varchar(255) NOT NULL,
  entity_type ENUM entity_type('user', 'group') NOT NULL, UNIQUE (domain_id, local_id, entity_type));

[..mitaka] INSERT INTO domain VALUES ('default', 'Default', true, '{}'), ('d2', 'Partners', true, '{}');
[mitaka..] INSERT INTO project (id, name, enabled, domain_id, is_domain) VALUES
[mitaka..]   ('<<keystone.domain.root>>', '<<keystone.domain.root>>', false, '<<keystone.domain.root>>', true),
[mitaka..]   ('default', 'Default', true, '<<keystone.domain.root>>', true), ('d2', 'Partners', true, '<<keystone.domain.root>>', true);
INSERT INTO project (id, name, enabled, domain_id) VALUES ('ALPHA', 'alpha', true, 'd2'), ('BETA', 'beta', false, 'default');

[..liberty] INSERT INTO "user" (id, name, enabled, domain_id) VALUES ('ADMIN', 'admin', true, 'default');
[mitaka..newton] INSERT INTO "user" (id, enabled) VALUES ('ADMIN', true), ('FEDERATED', true);
[ocata..] INSERT INTO "user" (id, enabled, domain_id) VALUES ('ADMIN', true, 'default'), ('FEDERATED', true, 'd2');
[newton] INSERT INTO "user" (id, enabled) VALUES ('SEEN', true);
[ocata..] INSERT INTO "user" (id, enabled, domain_id) VALUES ('SEEN', true, 'd2');
[mitaka..] INSERT INTO local_user (user_id, domain_id, name) VALUES ('ADMIN', 'default', 'admin');
[mitaka..] INSERT INTO federated_user (user_id, idp_id, protocol_id, unique_id, display_name) VALUES ('FEDERATED', 'idp', 'saml2', 'max%40example', 'max@example');
[newton..] INSERT INTO nonlocal_user VALUES ('d2', 'otto', 'SEEN');
INSERT INTO id_mapping VALUES ('MAPPED', 'd2', 'erika', 'user'), ('MEMBERS', 'd2', 'jdoe', 'group');
[stein..] INSERT INTO id_mapping VALUES ('FEDERATED', 'd2', 'max%40example', 'user');
