-- The tables of Liberty's neutron that matter here, as on SUSE OpenStack Cloud 6.

-- Liberty has two heads, hence two rows; the primary key came only with Ocata.
CREATE TABLE alembic_version (
    version_num varchar(32) NOT NULL
);

CREATE TABLE quotas (
    id        varchar(36) NOT NULL PRIMARY KEY,
    tenant_id varchar(255),
    resource  varchar(255),
    "limit"   integer
);
CREATE INDEX ix_quotas_tenant_id ON quotas (tenant_id);

CREATE TABLE securitygroups (
    tenant_id   varchar(255),
    id          varchar(36) NOT NULL PRIMARY KEY,
    name        varchar(255),
    description varchar(255)
);
CREATE INDEX ix_securitygroups_tenant_id ON securitygroups (tenant_id);

CREATE TYPE securitygrouprules_direction AS ENUM ('ingress', 'egress');

CREATE TABLE securitygrouprules (
    tenant_id         varchar(255),
    id                varchar(36) NOT NULL PRIMARY KEY,
    security_group_id varchar(36) NOT NULL REFERENCES securitygroups (id) ON DELETE CASCADE,
    remote_group_id   varchar(36)          REFERENCES securitygroups (id) ON DELETE CASCADE,
    direction         securitygrouprules_direction,
    ethertype         varchar(40),
    protocol          varchar(40),
    port_range_min    integer,
    port_range_max    integer,
    remote_ip_prefix  varchar(255)
);
CREATE INDEX ix_securitygrouprules_tenant_id ON securitygrouprules (tenant_id);

CREATE TABLE default_security_group (
    tenant_id         varchar(255) NOT NULL PRIMARY KEY,
    security_group_id varchar(36)  NOT NULL REFERENCES securitygroups (id) ON DELETE CASCADE
);

CREATE TABLE quotausages (
    resource  varchar(255) NOT NULL,
    tenant_id varchar(255) NOT NULL,
    dirty     boolean      NOT NULL DEFAULT false,
    in_use    integer      NOT NULL DEFAULT 0,
    reserved  integer      NOT NULL DEFAULT 0,
    PRIMARY KEY (resource, tenant_id)
);

INSERT INTO alembic_version (version_num) VALUES
    ('4af11ca47297'),   -- contract head
    ('34af2b5c5a59');   -- expand head

