-- Keystone since Yoga, as far as it is read: users are spread over tables, domains are projects.
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('e25ffa003242'), ('29e87d24a316');
CREATE TABLE project (
  id varchar(64) PRIMARY KEY, name varchar(64) NOT NULL, enabled boolean, domain_id varchar(64) NOT NULL, is_domain boolean NOT NULL);
CREATE TABLE "user" (id varchar(64) PRIMARY KEY, enabled boolean, domain_id varchar(64) NOT NULL);
CREATE TABLE local_user (id serial PRIMARY KEY, user_id varchar(64) UNIQUE, domain_id varchar(64), name varchar(255));
CREATE TABLE nonlocal_user (domain_id varchar(64), name varchar(255), user_id varchar(64), PRIMARY KEY (domain_id, name));
CREATE TABLE federated_user (id serial PRIMARY KEY, user_id varchar(64), idp_id varchar(64), protocol_id varchar(64), unique_id varchar(255), display_name varchar(255));
CREATE TYPE entity_type AS ENUM ('user', 'group');
CREATE TABLE id_mapping (public_id varchar(64) PRIMARY KEY, domain_id varchar(64) NOT NULL, local_id varchar(255) NOT NULL, entity_type entity_type NOT NULL);
INSERT INTO project VALUES
  ('<<keystone.domain.root>>', '<<keystone.domain.root>>', false, '<<keystone.domain.root>>', true),
  ('default', 'Default', true, '<<keystone.domain.root>>', true),
  ('d2', 'Partners', true, '<<keystone.domain.root>>', true),
  ('pa', 'alpha', true, 'd2', false), ('pb', 'alpha', true, 'default', false);
INSERT INTO "user" VALUES ('u-local', true, 'default'), ('u-fed', true, 'd2'), ('u-ldap', NULL, 'd2'), ('u-seen', true, 'd2');
INSERT INTO local_user (user_id, domain_id, name) VALUES ('u-local', 'default', 'admin');
INSERT INTO federated_user (user_id, idp_id, protocol_id, unique_id, display_name) VALUES ('u-fed', 'idp', 'saml2', 'max%40example', 'max@example');
INSERT INTO id_mapping VALUES ('u-fed', 'd2', 'max%40example', 'user'), ('u-ldap', 'd2', 'erika', 'user');
INSERT INTO nonlocal_user VALUES ('d2', 'otto', 'u-seen');
