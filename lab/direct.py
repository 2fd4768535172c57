"""Writes plain projects straight into an old cloud's databases, in the shape its services would leave (seed --direct)."""
import datetime
import hashlib

import sqlalchemy as sa

import material

WHEN = datetime.datetime(2020, 3, 1, 12, 0, 0)


def hex_id(text):
    return hashlib.md5(text.encode()).hexdigest()


def uuid_id(text):
    h = hex_id(text)
    return "-".join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))


def insert(cloud, database, **tables):
    """Rows into the tables of a database, in the order given, in one transaction."""
    engine, meta = cloud.database(database), sa.MetaData()
    meta.reflect(engine, only=list(tables))
    with engine.begin() as c:
        for table, rows in tables.items():
            if rows:
                c.execute(meta.tables[table].insert(), rows)


def names_in(cloud, table):
    with cloud.database("keystone").connect() as c:
        return {name for name, in c.execute(sa.text(f"SELECT name FROM {table}"))}


def identities(cloud, projects, users, domain):
    projects = [p for p in projects if p not in names_in(cloud, "project")] if projects else []
    users = [u for u in users if u not in names_in(cloud, "local_user")] if users else []
    insert(cloud, "keystone",
           project=[{"id": hex_id("project " + p), "name": p, "extra": "{}", "description": f"seeded {p}", "enabled": True,
                     "domain_id": "default", "parent_id": "default", "is_domain": False} for p in projects],
           user=[{"id": hex_id("user " + u), "extra": "{}", "enabled": True, "created_at": WHEN, "domain_id": domain} for u in users],
           local_user=[{"user_id": hex_id("user " + u), "domain_id": domain, "name": u} for u in users])


def plain(cloud, projects):
    """projects: (number, id, contents) as seed has them; each gets these, its default group and a group of four rules."""
    keys, quotas, user_quotas, network_quotas, volume_quotas = [], [], [], [], []
    attributes, groups, rules, defaults = [], [], [], []
    with cloud.database("neutron").connect() as c:
        last = c.execute(sa.text("SELECT max(id) FROM standardattributes")).scalar() or 0

    def attribute(kind, description):
        attributes.append({"id": last + len(attributes) + 1, "resource_type": kind, "description": description, "created_at": WHEN,
                           "updated_at": WHEN, "revision_number": 1})
        return attributes[-1]["id"]

    def group(project, name, description):
        groups.append({"project_id": project, "id": uuid_id(f"group {name} {project}"), "name": name, "stateful": True,
                       "standard_attr_id": attribute("securitygroups", description)})
        for ethertype in ("IPv4", "IPv6"):
            rule(groups[-1], direction="egress", ethertype=ethertype)
        return groups[-1]

    def rule(of, direction="ingress", ethertype="IPv4", protocol=None, ports=(None, None), prefix=None, remote=None, description=""):
        rules.append({"project_id": of["project_id"], "id": uuid_id(f"rule {of['id']} {len(rules)}"), "security_group_id": of["id"],
                      "remote_group_id": remote, "direction": direction, "ethertype": ethertype, "protocol": protocol,
                      "port_range_min": ports[0], "port_range_max": ports[1], "remote_ip_prefix": prefix,
                      "standard_attr_id": attribute("securitygrouprules", description)})

    for i, project, contents in projects:
        for user, name, text in contents["keys"]:
            keys.append({"created_at": WHEN, "user_id": user, "name": name, "public_key": text, "type": "ssh",
                         "fingerprint": material.fingerprint("ssh", text)})
        for r, n in contents["nova"].items():
            quotas.append({"created_at": WHEN, "project_id": project, "resource": r, "hard_limit": n})
        user, limits = contents["nova user"] or (None, {})
        for r, n in limits.items():
            user_quotas.append({"created_at": WHEN, "user_id": user, "project_id": project, "resource": r, "hard_limit": n})
        for r, n in contents["neutron"].items():
            network_quotas.append({"id": uuid_id(f"quota {project} {r}"), "project_id": project, "resource": r, "limit": n})
        for r, n in contents["cinder"].items():
            volume_quotas.append({"created_at": WHEN, "deleted": False, "project_id": project, "resource": r, "hard_limit": n, "allocated": 0})
        default = group(project, "default", "Default security group")
        defaults.append({"project_id": project, "security_group_id": default["id"]})
        for ethertype in ("IPv4", "IPv6"):
            rule(default, ethertype=ethertype, remote=default["id"])
        app = group(project, "app", f"app of project {i}")
        rule(app, protocol="tcp", ports=(22, 22), prefix=f"10.{i // 250}.{i % 250}.0/24", description="jump host")
        rule(app, protocol="tcp", ports=(8000, 8000 + i % 100), remote=app["id"])

    insert(cloud, "nova_api", key_pairs=keys, quotas=quotas, project_user_quotas=user_quotas)
    insert(cloud, "cinder", quotas=volume_quotas)
    insert(cloud, "neutron", quotas=network_quotas, standardattributes=attributes, securitygroups=groups, securitygrouprules=rules,
           default_security_group=defaults)
    if attributes and cloud.env["LAB_DB"] == "postgresql":
        with cloud.database("neutron").begin() as c:        # these ids were given, the next ones come from the sequence
            c.execute(sa.text("SELECT setval(pg_get_serial_sequence('standardattributes', 'id'), max(id)) FROM standardattributes"))
