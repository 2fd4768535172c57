# shellcheck shell=bash disable=SC2153
# Writes the configuration of one cloud below $C/etc, laid out as an administrator finds it
# below /etc; sourced by lab/up once cloud_vars (see there) has set the cloud's settings.

db_url() {  # db_url DATABASE
  if [ "$DB" = mysql ]; then
    echo "mysql+pymysql://$DB_USER:$DB_PASS@127.0.0.1:$P_DB/$1?charset=utf8"
  else
    echo "postgresql+psycopg2://$DB_USER:$DB_PASS@127.0.0.1:$P_DB/$1"
  fi
}

write_slapd() {  # slapd.conf and the users' LDIF
  mkdir -p "$C/ldap/data"
  cat > "$C/ldap/slapd.conf" <<E
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile $C/run/slapd.pid
database mdb
suffix "$LDAP_BASE"
rootdn "cn=admin,$LDAP_BASE"
rootpw $LDAP_PASS
directory $C/ldap/data
maxsize 268435456
index objectClass,uid,cn eq
sizelimit unlimited
E
  {
    printf 'dn: %s\nobjectClass: dcObject\nobjectClass: organization\no: lab\ndc: lab\n\n' "$LDAP_BASE"
    printf 'dn: ou=%s,'"$LDAP_BASE"'\nobjectClass: organizationalUnit\nou: %s\n\n' users users groups groups
    local u
    for u in alice bob carol dave $(seq -f 'user%04g' 1 "$LDAP_USERS"); do
      printf 'dn: uid=%s,ou=users,%s\nobjectClass: inetOrgPerson\nuid: %s\ncn: %s\nsn: %s\nmail: %s@lab.test\nuserPassword: pw-%s\n\n' \
        "$u" "$LDAP_BASE" "$u" "$u" "$u" "$u" "$u"
    done
    # logins that need care: not ASCII, a blank, a quote, capitals
    for u in jürgen 'mary ann' "o'neil" MixedCase; do
      printf 'dn:: %s\nobjectClass: inetOrgPerson\nuid:: %s\ncn: odd\nsn: odd\nuserPassword:: %s\n\n' \
        "$(printf %s "uid=$u,ou=users,$LDAP_BASE" | base64 -w0)" "$(printf %s "$u" | base64 -w0)" "$(printf %s "pw-$u" | base64 -w0)"
    done
    # a group with a user's name: what an id map keyed by the local id alone gets wrong
    printf 'dn: cn=alice,ou=groups,%s\nobjectClass: groupOfNames\ncn: alice\nmember: uid=bob,ou=users,%s\n\n' "$LDAP_BASE" "$LDAP_BASE"
  } > "$C/ldap/directory.ldif"
}

ldap_section() {
  cat <<E

[ldap]
url = ldap://127.0.0.1:$P_LDAP
user = cn=admin,$LDAP_BASE
password = $LDAP_PASS
suffix = $LDAP_BASE
query_scope = sub
user_tree_dn = ou=users,$LDAP_BASE
user_objectclass = inetOrgPerson
user_id_attribute = uid
user_name_attribute = uid
user_mail_attribute = mail
group_tree_dn = ou=groups,$LDAP_BASE
group_objectclass = groupOfNames
use_pool = false
E
}

# write_keystone bootstrap|final: while bootstrapping all identities are SQL
write_keystone() {
  local d=$C/etc/keystone driver=sql specific=false
  mkdir -p "$d/domains" "$d/fernet-keys" "$d/credential-keys"
  if [ "$1" = final ]; then
    specific=true
    if [ "$SHAPE" = old ]; then
      # The default driver is LDAP and keeps plain ids (backward_compatible_ids): a user's id is the login,
      # as the hybrid backend of older clouds leaves it. SQL serves the accounts' own domain only.
      driver=ldap
      printf '[identity]\ndriver = sql\n' > "$d/domains/keystone.$ADMIN_DOMAIN.conf"
    else
      { printf '[identity]\ndriver = ldap\n'; ldap_section; } > "$d/domains/keystone.$LDAP_DOMAIN.conf"
    fi
  fi
  {
    cat <<E
[DEFAULT]
log_file = $C/log/keystone.log

[database]
connection = $(db_url keystone)

[token]
provider = fernet
expiration = ${TOKEN_SECONDS:-14400}

[fernet_tokens]
key_repository = $d/fernet-keys

[credential]
key_repository = $d/credential-keys

[cache]
enabled = true
backend = oslo_cache.memcache_pool
memcache_servers = 127.0.0.1:$P_CACHE

[identity]
driver = $driver
default_domain_id = default
domain_specific_drivers_enabled = $specific
domain_config_dir = $d/domains

[identity_mapping]
backward_compatible_ids = true
E
    [ "$driver" = sql ] || ldap_section
  } > "$d/keystone.conf"
}

authtoken() {  # authtoken USER
  cat <<E
auth_url = $AUTH_URL
auth_type = password
username = $1
password = $SERVICE_PASS
user_domain_name = $ADMIN_DOMAIN
project_name = service
project_domain_name = Default
region_name = $REGION
E
}

common_sections() {  # common_sections SERVICE
  cat <<E

[oslo_concurrency]
lock_path = $C/state/$1/lock

[keystone_authtoken]
www_authenticate_uri = $AUTH_URL
memcached_servers = 127.0.0.1:$P_CACHE
$(authtoken "$1")
E
}

write_services() {
  mkdir -p "$C"/etc/{nova,neutron,cinder} "$C"/state/{nova,neutron,cinder}/lock
  cat > "$C/etc/nova/nova.conf" <<E
[DEFAULT]
transport_url = fake:/
log_file = $C/log/nova.log
state_path = $C/state/nova

[wsgi]
api_paste_config = $LAB_DEB/usr/share/nova-common/api-paste.ini

[api]
auth_strategy = keystone

[api_database]
connection = $(db_url nova_api)

[database]
connection = $(db_url nova)
$(common_sections nova)

# nova asks keystone whether a project exists before it sets a quota
[keystone]
$(authtoken nova)
E
  cat > "$C/etc/neutron/neutron.conf" <<E
[DEFAULT]
transport_url = fake:/
log_file = $C/log/neutron.log
state_path = $C/state/neutron
api_paste_config = $LAB_DEB/usr/share/neutron-common/api-paste.ini
core_plugin = ml2
# without the router plugin the quotas router and floatingip are unknown names
service_plugins = router
auth_strategy = keystone
notify_nova_on_port_status_changes = false
notify_nova_on_port_data_changes = false
rpc_workers = 0

[database]
connection = $(db_url neutron)
$(common_sections neutron)

[ml2]
type_drivers = local,flat,vlan,vxlan
tenant_network_types = local
mechanism_drivers = openvswitch
extension_drivers = port_security
E
  cat > "$C/etc/cinder/cinder.conf" <<E
[DEFAULT]
transport_url = fake:/
log_file = $C/log/cinder.log
state_path = $C/state/cinder
api_paste_config = $LAB_DEB/usr/share/cinder-common/api-paste.ini
resource_query_filters_file = $LAB_DEB/etc/cinder/resource_filters.json
auth_strategy = keystone

[database]
connection = $(db_url cinder)
$(common_sections cinder)
E
  # these files hold passwords
  chmod 600 "$C"/etc/*/*.conf
}

write_uwsgi() {  # write_uwsgi SERVICE PORT WSGI-FILE [LINE...]
  local s=$1 port=$2 file=$3; shift 3
  mkdir -p "$C/uwsgi"
  {
    # The HTTP router in front of the workers gives clients keep-alive connections; plain
    # http-socket closes after each reply without saying so, and clients see resets.
    cat <<E
[uwsgi]
plugins = python3,http
http = 127.0.0.1:$port
http-keepalive = 75
http-auto-chunked = true
http-timeout = 600
socket = $C/run/$s.sock
listen = 100
wsgi-file = $file
master = true
processes = ${WORKERS:-2}
threads = 1
enable-threads = true
lazy-apps = true
need-app = true
buffer-size = 65535
post-buffering = 1048576
die-on-term = true
thunder-lock = true
disable-logging = true
procname-prefix-spaced = lab-$NAME-$s
pidfile = $C/run/$s.pid
daemonize = $C/log/$s-uwsgi.log
chdir = $C/etc/$s
E
    printf '%s\n' "$@"
  } > "$C/uwsgi/$s.ini"
}
