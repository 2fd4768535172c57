"""Registers services, endpoints and service accounts in a freshly bootstrapped keystone; run once by lab/up."""
import sys

from keystoneauth1 import session
from keystoneauth1.identity import v3

auth_url, admin_domain, ldap_domain, admin_password, service_password, region, *endpoints = sys.argv[1:]
keystone = session.Session(auth=v3.Password(
    auth_url=auth_url, username="admin", password=admin_password, user_domain_id="default",
    project_name="admin", project_domain_id="default"))
WHERE = {"interface": "public", "service_type": "identity"}


def listed(what):
    return {x["name"]: x["id"] for x in keystone.get(f"/{what}", endpoint_filter=WHERE).json()[what]}


def made(what, **body):
    return keystone.post(f"/{what}", json={what[:-1]: body}, endpoint_filter=WHERE).json()[what[:-1]]["id"]


domains, roles, projects = listed("domains"), listed("roles"), listed("projects")
for name in (admin_domain, ldap_domain):
    if name not in domains:
        domains[name] = made("domains", name=name)
projects["service"] = made("projects", name="service", domain_id="default")


def account(name, password, project):
    user = made("users", name=name, password=password, domain_id=domains[admin_domain])
    for role in ("admin", "member"):
        keystone.put(f"/projects/{projects[project]}/users/{user}/roles/{roles[role]}", endpoint_filter=WHERE)


if admin_domain != "Default":
    account("admin", admin_password, "admin")
for name in ("nova", "neutron", "cinder"):
    account(name, service_password, "service")
for endpoint in endpoints:
    kind, url = endpoint.split("=", 1)
    service = made("services", type=kind, name=kind)
    for interface in ("public", "internal", "admin"):
        made("endpoints", service_id=service, interface=interface, region_id=region, url=url)
