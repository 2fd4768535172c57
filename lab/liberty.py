"""The contents of the Liberty cloud: its /etc tree, its rows, and what they amount to. Run by lab/liberty.

liberty.py etc DIR DB PORT                       writes DIR/etc, prints the SQL that makes databases and roles
liberty.py fill DIR DB PORT N [--with-trouble]   fills the databases, writes DIR/old.json
liberty.py into DIR NEW                          copies projects and local users into a new cloud's keystone
"""
import base64
import datetime
import hashlib
import json
import random
import sys
from pathlib import Path

import sqlalchemy as sa

import material
from cloud import Cloud

# Legal in oslo.config and in the SQLAlchemy of that release, which takes everything up to the last @ for the password:
# crowbar does not encode it. In the files a dollar sign is doubled, since oslo.config substitutes $name.
PASSWORDS = {"nova": "p@ss/w#rd$x", "neutron": "it's #1: p@ss", "cinder": "p/w?x=1&y;z", "keystone": "simple"}
WHEN = datetime.datetime(2016, 3, 1, 12, 0, 0)


# ---- configuration ----------------------------------------------------------------------------------------
def url(service, database, port):
    scheme = {"postgresql": "postgresql", "mysql": "mysql+pymysql" if service == "nova" else "mysql"}[database]
    password = PASSWORDS[service].replace("$", "$$")
    return f"{scheme}://{service}:{password}@127.0.0.1:{port}/{service}" + ("?charset=utf8" if database == "mysql" else "")


def etc(home, database, port):
    def write(path, text):
        file = home / "etc" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(0o640)
    write("nova/nova.conf", f"""\
[DEFAULT]
# Written by the configuration management; the comment is whole-line, so is this one:
; logdir = /nowhere
log_dir = /var/log/nova
my_ip = 127.0.0.1
osapi_compute_listen = $my_ip
default_log_levels = amqp=WARN,
  amqplib=WARN,
  sqlalchemy=WARN
quota_instances = 10

[api_database]
# connection = mysql://nova:nova@localhost/nova

[Database]
connection = {url("nova", database, port)}
min_pool_size = 30

[keystone_authtoken]
admin_password = 'in # quotes'
""")
    write("neutron/neutron.conf", f"""\
[DEFAULT]
core_plugin = neutron.plugins.ml2.plugin.Ml2Plugin
service_plugins = neutron_lbaas.services.loadbalancer.plugin.LoadBalancerPlugin, neutron.services.l3_router.l3_router_plugin.L3RouterPlugin

[quotas]
quota_driver = neutron.db.quota.driver.DbQuotaDriver
quota_security_group = 10

[database]
connection={url("neutron", database, port)}
""")
    write("cinder/cinder.conf", f"""\
[DEFAULT]
rootwrap_config = /etc/cinder/rootwrap.conf
auth_strategy = keystone

[database]
connection = sqlite:////overridden/below.sqlite

[DEFAULT]
enabled_backends = backend-ssd,backend-hdd

[database]
connection = {url("cinder", database, port)}
""")
    write("keystone/keystone.conf", f"""\
[DEFAULT]
admin_token = not-a-token

[database]
connection: {url("keystone", database, port)}

[identity]
driver = hybrid
default_domain_id = default

[assignment]
driver = hybrid
""")
    for service, password in PASSWORDS.items():
        quoted = "'" + password.replace("'", "''") + "'"
        if database == "postgresql":
            print(f"CREATE ROLE {service} LOGIN PASSWORD {quoted};")
            print(f"CREATE DATABASE {service} OWNER {service} ENCODING 'UTF8' TEMPLATE template0;")
        else:
            print(f"CREATE DATABASE {service} CHARACTER SET utf8;")
            for host in ("127.0.0.1", "localhost"):
                print(f"GRANT ALL ON {service}.* TO '{service}'@'{host}' IDENTIFIED BY {quoted};")


# ---- contents ---------------------------------------------------------------------------------------------
def hex_id(text):
    return hashlib.md5(text.encode()).hexdigest()


def uuid_id(text):
    h = hex_id(text)
    return "-".join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))


class Contents:
    """The rows of all tables (self.rows[database, table]) and, beside them, what they amount to (self.truth)."""

    def __init__(self, n, trouble):
        self.rows = {}
        self.stamp = {"created_at": WHEN, "updated_at": None, "deleted_at": None}
        self.logins = ["alice", "bob", "carol", "dave", "jürgen", "mary ann", "o'neil", "MixedCase"] + [f"user{i:04d}" for i in range(1, 201)]
        self.projects = {f"liberty-{i:04d}": hex_id(f"project {i}") for i in range(1, n + 1)}
        self.locals = {f"liberty-local-{i:04d}": hex_id(f"local user {i}") for i in range(1, max(4, n // 4) + 1)}
        self.truth = {
            "cloud": "liberty", "domains": {"default": "Default"},
            "projects": {p: {"name": name, "domain_id": "default", "enabled": name != "liberty-0003"} for name, p in self.projects.items()},
            "users": {u: {"name": name, "domain_id": "default"} for name, u in self.locals.items()},
            "ldap": {"domain": "Default", "domain_id": "default", "logins": self.logins}, "volume_types": ["hdd", "legacy", "ssd"],
            "keypairs": {}, "nova_quotas": {}, "nova_user_quotas": {}, "neutron_quotas": {}, "cinder_quotas": {},
            "defaults": {"nova_quotas": {}, "neutron_quotas": {}, "cinder_quotas": {}}, "security_groups": []}
        self.identities()
        for i, project in enumerate(self.projects.values(), 1):
            self.project(i, project)
        self.odd()
        if trouble:
            self.trouble()

    def add(self, database, table, **row):
        self.rows.setdefault((database, table), []).append(row)

    def identities(self):
        self.add("keystone", "role", id=hex_id("Member"), name="Member", extra="{}")
        for name, p in self.projects.items():
            self.add("keystone", "project", id=p, name=name, domain_id="default", enabled=name != "liberty-0003",
                     description=f"project {name}", extra="{}", parent_id=None, is_domain=False)
        for name, u in self.locals.items():
            self.add("keystone", "user", id=u, name=name, domain_id="default", enabled=name != "liberty-local-0003",
                     password="$6$rounds=40000$not$a.hash", extra='{"email": null}', default_project_id=None)
        for i, p in enumerate(self.projects.values()):
            for actor in (self.logins[i % len(self.logins)], list(self.locals.values())[i % len(self.locals)]):
                self.add("keystone", "assignment", type="UserProject", actor_id=actor, target_id=p, role_id=hex_id("Member"), inherited=False)

    # -- rows, each with its entry in the truth
    def key(self, user, name, text, kind="ssh", live=True):
        mark = material.fingerprint(kind, text)
        rows = self.rows.setdefault(("nova", "key_pairs"), [])
        serial = len(rows) + 1
        rows.append(dict(self.stamp, id=serial, name=name, user_id=user, fingerprint=mark, public_key=text, type=kind,
                         deleted=0 if live else serial, deleted_at=None if live else WHEN))
        if live:
            self.truth["keypairs"].setdefault(user, []).append({"name": name, "type": kind, "public_key": text, "fingerprint": mark})

    def limit(self, table, owner, resource, value):
        own = self.truth[table].setdefault(owner, {"set": [], "limits": {}})
        if resource not in own["set"]:
            own["set"].append(resource)
        own["limits"][resource] = value

    def nova(self, project, live=True, **limits):
        for resource, value in limits.items():
            serial = len(self.rows.setdefault(("nova", "quotas"), [])) + 1
            self.add("nova", "quotas", **self.stamp, id=serial, project_id=project, resource=resource, hard_limit=value, deleted=0 if live else serial)
            if live:
                self.limit("nova_quotas", project, resource, value)

    def nova_user(self, project, user, live=True, **limits):
        for resource, value in limits.items():
            serial = len(self.rows.setdefault(("nova", "project_user_quotas"), [])) + 1
            self.add("nova", "project_user_quotas", **self.stamp, id=serial, project_id=project, user_id=user, resource=resource,
                     hard_limit=value, deleted=0 if live else serial)
            if live:
                self.limit("nova_user_quotas", f"{project} {user}", resource, value)

    def neutron(self, project, **limits):
        for resource, value in limits.items():
            n = len(self.rows.setdefault(("neutron", "quotas"), []))
            self.add("neutron", "quotas", id=uuid_id(f"quota {n}"), tenant_id=project, resource=resource, limit=value)
            self.limit("neutron_quotas", project, resource, value)

    def cinder(self, project, live=True, **limits):
        for resource, value in limits.items():
            serial = len(self.rows.setdefault(("cinder", "quotas"), [])) + 1
            self.add("cinder", "quotas", **self.stamp, id=serial, project_id=project, resource=resource, hard_limit=value, allocated=0, deleted=not live)
            if live:
                self.limit("cinder_quotas", project, resource, value)

    def group(self, project, name, description="", default=False, automatic=True):
        group = uuid_id(f"group {len(self.truth['security_groups'])}")
        self.add("neutron", "securitygroups", tenant_id=project, id=group, name=name, description=description)
        self.truth["security_groups"].append({"id": group, "project_id": project, "name": name, "description": description,
                                              "is_default": default, "security_group_rules": []})
        if default:
            self.add("neutron", "default_security_group", tenant_id=project, security_group_id=group)
            for ethertype in ("IPv4", "IPv6"):
                self.rule(group, ethertype=ethertype, remote_group_id=group)
        if automatic:
            for ethertype in ("IPv4", "IPv6"):
                self.rule(group, direction="egress", ethertype=ethertype)
        return group

    def rule(self, group, direction="ingress", ethertype="IPv4", protocol=None, port=None, remote_ip_prefix=None, remote_group_id=None, project=None):
        owner = next(g for g in reversed(self.truth["security_groups"]) if g["id"] == group)
        low, high = port if isinstance(port, tuple) else (port, port)
        rules = self.rows.setdefault(("neutron", "securitygrouprules"), [])
        row = {"id": uuid_id(f"rule {len(rules)}"), "security_group_id": group, "remote_group_id": remote_group_id, "direction": direction,
               "ethertype": ethertype, "protocol": protocol, "port_range_min": low, "port_range_max": high, "remote_ip_prefix": remote_ip_prefix}
        rules.append(dict(row, tenant_id=project or owner["project_id"]))
        owner["security_group_rules"].append(dict(row, project_id=project or owner["project_id"], description=None))

    # -- the same for every project
    def project(self, i, project):
        rnd = random.Random(f"liberty {i}")
        login, local = self.logins[i % len(self.logins)], list(self.locals.values())[i % len(self.locals)]
        self.key(login, f"liberty-{i:04d}-ed25519", material.ed25519(rnd, f"{login}@liberty-{i:04d}"))
        self.key(local, f"liberty-{i:04d}-rsa", material.rsa(rnd, f"seed@liberty-{i:04d}"))
        if i % 4 == 0:                  # deleted ones, one of them of a name in use
            self.key(login, f"liberty-{i:04d}-ed25519", material.ed25519(rnd, "deleted"), live=False)
            self.key(login, "deleted", material.ed25519(rnd, "deleted"), live=False)
        self.nova(project, cores=20 + i % 50, instances=10 + i % 30, ram=51200 + 1024 * (i % 64), floating_ips=i % 20)
        self.neutron(project, security_group=30, security_group_rule=300, network=5 + i % 40, port=rnd.choice([100, 500, -1]), router=5)
        self.cinder(project, volumes=10 + i % 20, gigabytes=1000 + 10 * i, volumes_ssd=rnd.choice([-1, 0, 5]))
        if i % 3 == 0:
            self.nova_user(project, login, cores=4 + i % 8, instances=2 + i % 4)
            self.nova(project, live=False, key_pairs=1)
            self.nova_user(project, login, live=False, ram=1)
            self.cinder(project, live=False, snapshots=1)
        self.group(project, "default", "Default security group" if i % 2 else "default", default=True)
        app = self.group(project, "app", f"app of project {i}")
        self.rule(app, protocol="tcp", port=22, remote_ip_prefix=f"10.{i // 250}.{i % 250}.0/24")
        self.rule(app, protocol="tcp", port=(8000, 8000 + i % 100), remote_group_id=app)

    # -- single cases
    def odd(self):
        rnd = random.Random("liberty odd")
        p = list(self.projects.values())
        local = list(self.locals.values())[0]
        for user, name, text in (("alice", "liberty key", material.ed25519(rnd, "odd")), ("alice", "l" * 255, material.ed25519(rnd, "")),
                                 ("alice", "liberty newline", material.rsa(rnd, "odd") + "\n"),
                                 ("alice", "liberty lines", material.ed25519(rnd, "1") + "\n" + material.ed25519(rnd, "2") + "\n"),
                                 ("bob", "liberty same name", material.ecdsa(rnd, "odd")), (local, "liberty same name", material.ecdsa(rnd, "odd")),
                                 ("jürgen", "liberty login", material.ed25519(rnd, "Jürgen – ключ")), ("mary ann", "liberty login", material.ed25519(rnd, "x")),
                                 ("o'neil", "liberty login", material.ed25519(rnd, "y")), ("zoe", "orphan", material.ed25519(rnd, "z")),
                                 (hex_id("left the company"), "orphan", material.ed25519(rnd, "z"))):
            self.key(user, name, text)
        self.key("bob", "liberty certificate", material.X509, "x509")
        # names of parts that the new cloud does not have, of every service
        self.nova(p[0], fixed_ips=-1, security_groups=11, security_group_rules=22, key_pairs=-1, injected_files=7,
                  injected_file_content_bytes=20480, injected_file_path_bytes=128, metadata_items=0, server_groups=3, server_group_members=4)
        self.nova(p[1], volumes=10, gigabytes=1000)                      # left from before cinder
        self.neutron(p[0], vip=10, pool=10, member=-1, health_monitor=-1, loadbalancer=3, floatingip=0, subnetpool=-1, rbac_policy=9)
        self.cinder(p[0], consistencygroups=10, snapshots=0, backups=-1, backup_gigabytes=7, per_volume_gigabytes=100,
                    gigabytes_hdd=10, volumes_legacy=3, volumes_dropped=3)
        self.neutron(p[2], subnet=7)
        self.neutron(p[2], subnet=7)                                     # no unique key: twice the same
        self.cinder(p[2], backups=7)
        self.cinder(p[2], backups=7)
        self.nova_user(p[4], "mary ann", cores=1)
        self.nova_user(p[4], "zoe", cores=2)
        for name, live in (("ssd", True), ("hdd", True), ("legacy", True), ("dropped", False)):
            self.add("cinder", "volume_types", **self.stamp, id=uuid_id("type " + name), name=name, is_public=True, description=None, deleted=not live)
        self.add("nova", "quota_classes", **self.stamp, class_name="default", resource="cores", hard_limit=40, deleted=0)
        # a project that is gone
        gone = hex_id("project that is gone")
        self.nova(gone, cores=7)
        self.neutron(gone, network=7)
        self.cinder(gone, volumes=7)
        lost = self.group(gone, "of a project that is gone")
        # groups
        self.group(p[0], "no rules", automatic=False)
        self.group(p[0], "no description", None)
        for text in ("first", "second"):
            self.rule(self.group(p[0], "twin", text), protocol="tcp", port=len(text))
        self.group(p[0], "Grüß 'quoted' \"x\" \\ naïve 漢字", "line1\nline2, \"quoted\"\ttab \\N")
        self.group(p[0], "")
        cluster = self.group(p[1], "cluster", automatic=False)
        self.rule(cluster, remote_group_id=cluster)
        a, b = self.group(p[1], "ring a"), self.group(p[1], "ring b")
        self.rule(a, protocol="tcp", port=1, remote_group_id=b)
        self.rule(b, protocol="tcp", port=1, remote_group_id=a)
        self.rule(self.group(p[2], "from another project"), protocol="tcp", port=80, remote_group_id=cluster)
        orphaned = self.group(p[2], "from a project that is gone")
        self.rule(orphaned, protocol="tcp", port=7, remote_group_id=lost)
        self.rule(orphaned, protocol="tcp", port=8)
        self.rule(self.group(p[3], "rule of another project"), protocol="tcp", port=9, remote_ip_prefix="203.0.113.9/32", project=p[4])
        shapes = self.group(p[3], "shapes")
        for fields in (
                {}, {"protocol": "icmp"}, {"protocol": "icmp", "port": (8, None)}, {"protocol": "icmp", "port": (3, 4)}, {"protocol": "icmp", "port": (0, 0)},
                {"protocol": "icmpv6", "ethertype": "IPv6"}, {"protocol": "icmpv6", "ethertype": "IPv6", "port": (128, 0)}, {"protocol": "112"},
                {"protocol": "6", "port": 1}, {"protocol": "17", "port": (5, 9)}, {"protocol": "udp"}, {"protocol": "tcp", "port": (1, 65535)},
                {"remote_ip_prefix": "10.1.2.3/24"}, {"remote_ip_prefix": "192.0.2.7/32"}, {"ethertype": "IPv6", "remote_ip_prefix": "2001:db8::/32"},
                # one thing to a newer neutron, two rows here
                {"protocol": "tcp", "port": 443}, {"protocol": "tcp", "port": 443, "remote_ip_prefix": "0.0.0.0/0"},
                {"direction": "egress", "protocol": "udp", "port": 53}):
            self.rule(shapes, **fields)

    def trouble(self):
        """Rows a newer cloud refuses, or of which nobody can say which one counts. Not in the truth where it cannot tell."""
        p = list(self.projects.values())
        group = self.group(p[5], "ports of old")
        self.rule(group, protocol="tcp", port=(0, 0))                    # refused from Mitaka on
        self.rule(group, protocol="icmp", port=(-1, -1))                 # converted from nova-network by hand
        self.rule(group, protocol="47", port=(1, 2))                     # ports with a protocol that has none
        blob = b"".join(len(f).to_bytes(4, "big") + f for f in (b"ssh-dss", b"\1", b"\2", b"\3", b"\4"))
        self.key("carol", "dsa", "ssh-dss " + base64.b64encode(blob).decode() + " old")
        truth = json.dumps(self.truth)
        self.neutron(p[6], subnet=8)
        self.neutron(p[6], subnet=9)
        self.cinder(p[6], backups=8)
        self.cinder(p[6], backups=9)
        self.nova(p[6], key_pairs=None)
        self.truth = json.loads(truth)


def fill(home, database, port, n, *options):
    contents = Contents(int(n), "--with-trouble" in options)
    driver, query = {"postgresql": ("postgresql+psycopg2", {}), "mysql": ("mysql+pymysql", {"charset": "utf8mb4"})}[database]
    for service, password in PASSWORDS.items():
        engine = sa.create_engine(sa.engine.URL.create(driver, service, password, "127.0.0.1", int(port), service, query))
        meta = sa.MetaData()
        meta.reflect(engine)
        with engine.begin() as c:
            for (where, table), rows in contents.rows.items():
                if where == service:
                    c.execute(meta.tables[table].insert(), rows)
            if database == "postgresql" and service in ("nova", "cinder"):
                for table in meta.tables.values():      # the ids were given
                    if "id" in table.c and isinstance(table.c.id.type, sa.Integer) and (service, table.name) in contents.rows:
                        c.execute(sa.text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"))
    (home / "old.json").write_text(json.dumps(contents.truth, indent=1, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    print(", ".join(f"{len(rows)} {table}" for (_, table), rows in contents.rows.items()))


def into(home, name):
    truth, cloud = json.loads((home / "old.json").read_text(encoding="utf-8")), Cloud(name)
    engine, meta = cloud.database("keystone"), sa.MetaData()
    meta.reflect(engine, only=["project", "user", "local_user"])
    project, user, local = (meta.tables[t] for t in ("project", "user", "local_user"))
    with engine.begin() as c:
        have = set(c.execute(sa.select(project.c.id)).scalars()) | set(c.execute(sa.select(user.c.id)).scalars())
        projects = [{"id": i, "name": p["name"], "domain_id": "default", "parent_id": "default", "is_domain": False, "enabled": p["enabled"],
                     "description": "", "extra": "{}"} for i, p in truth["projects"].items() if i not in have]
        users = [(i, u["name"]) for i, u in truth["users"].items() if i not in have]
        if projects:
            c.execute(project.insert(), projects)
        if users:
            c.execute(user.insert(), [{"id": i, "domain_id": "default", "enabled": True, "extra": "{}"} for i, _ in users])
            c.execute(local.insert(), [{"user_id": i, "domain_id": "default", "name": n} for i, n in users])
    print(f"{name}: {len(projects)} projects and {len(users)} local users copied with their ids")


command, where, *rest = sys.argv[1:]
{"etc": etc, "fill": fill, "into": into}[command](Path(where), *rest)
