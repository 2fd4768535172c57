# shellcheck shell=bash disable=SC2034
# Settings and small functions that the lab's shell scripts share; sourced, never run.
LAB_HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
LAB_DIR=${LAB_DIR:-/tmp/lab}            # data, logs and configuration of all clouds
LAB_DEB=$LAB_DIR/deb/root               # unpacked (not installed) *-common packages
PYTHON=/usr/bin/python3                 # Debian's, where the python3-* packages live
PG_BIN=/usr/lib/postgresql/15/bin
DB_USER=openstack
DB_PASS=${DB_PASS:-dbsecret}
ADMIN_PASS=adminsecret
SERVICE_PASS=servicesecret
LDAP_BASE=dc=lab,dc=test
LDAP_PASS=ldapsecret
LDAP_USERS=${LDAP_USERS:-200}           # user0001 ... besides alice, bob, carol, dave
REGION=RegionOne

export PATH=/usr/sbin:/usr/bin:/sbin:/bin PYTHONWARNINGS=ignore PYTHONDONTWRITEBYTECODE=1
unset PYTHONPATH PYTHONHOME

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 2; }

usage() {  # usage STATUS: the header comment of the running script
  sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0" >&"$(($1 ? 2 : 1))"
  exit "$1"
}

clouds() {  # names of the clouds that exist, in order
  local d
  for d in "$LAB_DIR"/*/cloud.env; do [ -e "$d" ] && basename "$(dirname "$d")"; done
  true
}

# alive PIDFILE: its process runs, and is one of ours (after a reboot the number may be somebody else's)
alive() {
  [ -s "$1" ] && grep -qsaE 'uwsgi|uWSGI|slapd|memcached|postgres|mariadbd' "/proc/$(head -1 "$1")/cmdline"
}

stop() {  # stop PIDFILE SIGNAL: ends that process and waits for it
  alive "$1" || { rm -f "$1"; return 0; }
  local pid i; pid=$(head -1 "$1")
  kill "-$2" "$pid"
  for ((i = 0; i < 300; i++)); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  kill -0 "$pid" 2>/dev/null && kill -9 "$pid"
  rm -f "$1"
}

# as_db_user COMMAND...: database servers refuse to run as root
as_db_user() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- env HOME=/tmp "$@"; else "$@"; fi
}

wait_http() {  # wait_http URL SECONDS
  local i
  for ((i = 0; i < $2 * 5; i++)); do
    curl -s -o /dev/null --max-time 5 "$1" && return 0
    sleep 0.2
  done
  echo "no answer from $1" >&2; return 1
}

# ---- database servers; both need C (the cloud's directory) and P_DB (the port) -----
start_postgresql() {
  if [ ! -s "$C/pg/PG_VERSION" ]; then
    mkdir -p "$C/pg"; [ "$(id -u)" = 0 ] && chown postgres "$C/pg"
    as_db_user "$PG_BIN/initdb" -D "$C/pg" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$C/log/initdb.log"
    # the services' role has to give its password, as on a real host; only postgres need not
    printf 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n' |
      as_db_user tee "$C/pg/pg_hba.conf" >/dev/null
    # fsync off: what a crash of the server loses is nothing, of the machine everything
    printf '%s\n' "listen_addresses='127.0.0.1'" "port=$P_DB" "unix_socket_directories=''" \
      max_connections=300 shared_buffers=128MB fsync=off full_page_writes=off |
      as_db_user tee -a "$C/pg/postgresql.conf" >/dev/null
  fi
  alive "$C/pg/postmaster.pid" ||
    as_db_user "$PG_BIN/pg_ctl" -D "$C/pg" -w -t 60 -l "$C/pg/server.log" start >/dev/null
}

psql_root() { psql -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$P_DB" -U postgres "$@"; }

start_mysql() {
  local i
  if [ ! -d "$C/my/mysql" ]; then
    mkdir -p "$C/my"; [ "$(id -u)" = 0 ] && chown postgres "$C/my"
    as_db_user mariadb-install-db --no-defaults --datadir="$C/my" --auth-root-authentication-method=normal \
      --skip-test-db >"$C/log/initdb.log" 2>&1
  fi
  if ! alive "$C/my/server.pid"; then
    as_db_user mariadbd --no-defaults --datadir="$C/my" --socket="$C/my/server.sock" --pid-file="$C/my/server.pid" \
      --bind-address=127.0.0.1 --port="$P_DB" --character-set-server=utf8mb3 --max-connections=300 \
      --innodb-buffer-pool-size=256M --innodb-flush-log-at-trx-commit=0 --log-error="$C/my/server.log" \
      </dev/null >/dev/null 2>&1 &
    for ((i = 0; i < 300; i++)); do
      mysql_root -e 'SELECT 1' >/dev/null 2>&1 && return
      sleep 0.2
    done
    die "MariaDB does not start; see $C/my/server.log"
  fi
}

mysql_root() { mariadb --no-defaults -u root -S "$C/my/server.sock" "$@"; }

stop_databases() {
  stop "$C/pg/postmaster.pid" INT          # INT: fast shutdown
  stop "$C/my/server.pid" TERM
}
