"""One lab cloud as the lab's Python scripts see it: its settings, its APIs through keystoneauth, its databases.

Shared by seed, snapshot and the checks; knows nothing of what is seeded.
"""
import hashlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ldap
import sqlalchemy
from keystoneauth1 import session
from keystoneauth1.identity import v3

LAB_DIR = Path(os.environ.get("LAB_DIR", "/tmp/lab"))


def words(path):
    """The A=b assignments of a cloud.env or openrc file."""
    text = Path(path).read_text().replace("export ", "")
    return dict(word.split("=", 1) for word in text.split())


class Refused(Exception):
    """A service's answer that was not expected; .status and .text hold it."""

    def __init__(self, what, response):
        super().__init__(f"{what} -> {response.status_code} {response.text[:500]}")
        self.status, self.text = response.status_code, response.text


class Cloud:
    def __init__(self, name):
        if not (LAB_DIR / name / "cloud.env").exists():
            sys.exit(f"no cloud named {name} in {LAB_DIR}; start it with lab/up {name}")
        self.name = name
        self.env = words(LAB_DIR / name / "cloud.env")
        self.home = Path(self.env["LAB_HOME"])
        if not (self.home / "openrc").exists():
            sys.exit(f"{name} has databases only, no APIs")
        rc = words(self.home / "openrc")
        self.session = session.Session(auth=v3.Password(
            auth_url=rc["OS_AUTH_URL"], username=rc["OS_USERNAME"], password=rc["OS_PASSWORD"],
            user_domain_name=rc["OS_USER_DOMAIN_NAME"], project_name=rc["OS_PROJECT_NAME"],
            project_domain_name=rc["OS_PROJECT_DOMAIN_NAME"]))
        self.urls = {"identity": rc["OS_AUTH_URL"]}
        for kind in ("compute", "network", "volumev3"):
            self.urls[kind] = self.session.get_endpoint(service_type=kind, interface="public")
        self.urls["network"] += "/v2.0"

    def call(self, method, service, path, body=None, version=None, accept=()):
        """The answer's JSON (None if empty). Any status of 300 and up raises Refused, unless accepted: then None."""
        headers = {"OpenStack-API-Version": f"compute {version}"} if version else {}
        r = self.session.request(self.urls[service] + path, method, json=body, headers=headers, raise_exc=False)
        if r.status_code in accept:
            return None
        if r.status_code >= 300:
            raise Refused(f"{self.name}: {method} {service} {path}", r)
        return r.json() if r.content else None

    def get(self, service, path, **kw):
        return self.call("GET", service, path, **kw)

    def post(self, service, path, body, **kw):
        return self.call("POST", service, path, body, **kw)

    def put(self, service, path, body=None, **kw):
        return self.call("PUT", service, path, body, **kw)

    def delete(self, service, path, **kw):
        return self.call("DELETE", service, path, **kw)

    def database(self, name):
        return engine(self.env, name)

    def domain_id(self, name):
        return self.get("identity", f"/domains?name={name}")["domains"][0]["id"]

    def directory(self):
        """The logins that the cloud's LDAP server holds, asked of the server itself."""
        return directory(self.env)


def engine(env, name):
    driver, query = {"mysql": ("mysql+pymysql", {"charset": "utf8mb4"}), "postgresql": ("postgresql+psycopg2", {})}[env["LAB_DB"]]
    return sqlalchemy.create_engine(sqlalchemy.engine.URL.create(
        driver, env["LAB_DB_USER"], env["LAB_DB_PASS"], "127.0.0.1", int(env["LAB_DB_PORT"]), name, query))


def directory(env):
    connection = ldap.initialize(f"ldap://127.0.0.1:{env['LAB_LDAP_PORT']}")
    connection.simple_bind_s("cn=admin," + env["LAB_LDAP_BASE"], env["LAB_LDAP_PASS"])
    found = connection.search_s("ou=users," + env["LAB_LDAP_BASE"], ldap.SCOPE_ONELEVEL, "(uid=*)", ["uid"])
    return sorted(attributes["uid"][0].decode() for _, attributes in found)


def public_id(domain_id, login):
    """The id that a domain-specific LDAP driver gives a user (keystone's sha256 generator)."""
    return hashlib.sha256((domain_id + "user" + login).encode()).hexdigest()


def parallel(function, items, threads=6):
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(function, items))
