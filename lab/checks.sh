# shellcheck shell=bash disable=SC1090,SC2034,SC2154
# What lab/e2e and lab/faults share: the programs under test, one line per check, and a new cloud
# that can be put back within seconds to what it held when it was seeded. Sourced after common.sh.
CALLER_PATH=${CALLER_PATH:-$PATH}
DOWNLOAD=${DOWNLOAD:-$LAB_HERE/../bin/download}
UPLOAD=${UPLOAD:-$LAB_HERE/../bin/upload}
OLD=old NEW=new
passed=0 failed=0 part='' part_began=0

# ---- checks --------------------------------------------------------------------------
begin() {  # begin TITLE: a part of the run
  end
  part=$1 part_began=$SECONDS
  printf '\n%s\n' "$part"
}

end() {  # end: how long the part took
  [ -z "$part" ] || printf '       %s s\n' "$((SECONDS - part_began))"
  part=''
}

# check FACT COMMAND...: PASS if the command succeeds; what it printed is shown if it does not
check() {
  local fact=$1 out; shift
  if out=$("$@" 2>&1); then
    passed=$((passed + 1)); printf '  PASS %s\n' "$fact"
  else
    failed=$((failed + 1)); printf '  FAIL %s\n' "$fact"
    printf '%s\n' "$out" | tail -"${CHECK_LINES:-25}" | cut -c1-300 | sed 's/^/         /'
  fi
}

verdict() {  # verdict: the last line, and the status to end with
  end
  printf '\n%s passed, %s failed, %s s\n' "$passed" "$failed" "$SECONDS"
  [ "$failed" = 0 ]
}

# ---- programs ------------------------------------------------------------------------
# Each leaves its standard output in FILE.out, its standard error in FILE.err and its exit code in $code.
run_download() {  # run_download FILE ARGUMENT...
  local file=$1; shift
  code=0; PATH=$CALLER_PATH "$DOWNLOAD" "$@" >"$file.out" 2>"$file.err" || code=$?
}

run_upload() {  # run_upload FILE ARGUMENT...: with the new cloud's credentials and identity map
  local file=$1 command=''; shift
  case ${1:-} in plan|map|verify|status|rollback) command=$1; shift;; esac
  code=0
  (
    . "$LAB_DIR/$NEW/openrc"
    case $command in
      status) set -- status "$@";;
      *) set -- ${command:+$command} --keystone-config "$LAB_DIR/$NEW/etc/keystone" "$@";;
    esac
    PATH=$CALLER_PATH exec "$UPLOAD" "$@"
  ) >"$file.out" 2>"$file.err" || code=$?
}

exits() {  # exits EXPECTED FILE: what the last program ended with
  [[ " $1 " == *" $code "* ]] || { echo "ended with $code instead of $1"; tail -20 "$2.err" "$2.out"; false; }
}

# The requests that change something, as -vv shows them; logging in is none.
writes() { grep -E '^(POST|PUT|PATCH|DELETE) ' "$1.err" | grep -v '/auth/tokens' || true; }

no_writes() {  # no_writes FILE: of a run with -vv
  grep -q '^GET ' "$1.err" || { echo "no requests are shown at all"; return 1; }
  local found; found=$(writes "$1")
  [ -z "$found" ] || { printf '%s\n' "$found"; false; }
}

# ---- clouds --------------------------------------------------------------------------
kept=(keystone nova_api neutron cinder)     # the databases that a transfer or its preparations change

new_cloud() {  # the new cloud's variables: C, P_DB
  . "$LAB_DIR/$NEW/cloud.env"
  C=$LAB_HOME P_DB=$LAB_DB_PORT
  [ "$LAB_DB" = postgresql ] || die "$NEW runs on $LAB_DB; this needs PostgreSQL"
}

sources() { cat "$LAB_DIR/$OLD/seeded.json" "$LAB_DIR/liberty/old.json" 2>/dev/null | sha256sum; }

# Brings the clouds up, seeds the old one if it is empty and begins the new one anew unless the state
# in which an earlier run had seeded it for this old cloud was kept.
clouds_ready() {  # clouds_ready PROJECTS
  "$LAB_HERE/up" "$OLD"
  if [ ! -e "$LAB_DIR/$OLD/seeded.json" ]; then "$LAB_HERE/seed" --projects "$1" --old "$OLD" --new none; fi
  "$LAB_HERE/liberty"
  if [ -e "$LAB_DIR/$NEW/bare" ]; then
    "$LAB_HERE/up" "$NEW"
    if [ "$(sources)" = "$(cat "$LAB_DIR/$NEW/kept" 2>/dev/null)" ]; then return; fi
    rm -f "$LAB_DIR/$NEW/kept" "$LAB_DIR/$NEW/seeded.json"
    put_back bare
  else
    local port=''
    if [ -e "$LAB_DIR/$NEW/cloud.env" ]; then
      port=$(. "$LAB_DIR/$NEW/cloud.env"; echo "$LAB_PORT")
      "$LAB_HERE/down" --wipe "$NEW"
    fi
    "$LAB_HERE/up" "$NEW" ${port:+--port "$port"}
    keep bare
    touch "$LAB_DIR/$NEW/bare"
  fi
  "$LAB_HERE/seed" --projects "$1" --old "$OLD" --new "$NEW"
  "$LAB_HERE/liberty" --into "$NEW"
  keep kept
  sources > "$LAB_DIR/$NEW/kept"
}

each_database() {  # each_database FUNCTION NAME: on each of the kept ones, while nobody is connected
  local d
  new_cloud
  for d in "${kept[@]}"; do
    psql_root -d postgres -c "ALTER DATABASE $d ALLOW_CONNECTIONS false" -o /dev/null \
      -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '$d'"
    "$1" "$2_$d" "$d"
    psql_root -d postgres -c "ALTER DATABASE $d ALLOW_CONNECTIONS true"
  done
}

keep() { each_database copy "$1"; }             # keep NAME: the new cloud's state, to be put back

copy() {
  psql_root -d postgres -c "SET client_min_messages = warning" -c "DROP DATABASE IF EXISTS $1" -c "CREATE DATABASE $1 TEMPLATE $2"
}

# put_back NAME: the services find their databases again by themselves
put_back() {
  each_database copy_back "$1"
  local port; port=$(. "$LAB_DIR/$NEW/cloud.env"; echo $((LAB_PORT + 12)))
  printf 'flush_all\r\nquit\r\n' > "/dev/tcp/127.0.0.1/$port"      # keystone's cache: who is who
}

copy_back() {
  psql_root -d postgres -c "DROP DATABASE $2 WITH (FORCE)" -c "CREATE DATABASE $2 TEMPLATE $1 OWNER $DB_USER"
}

fresh() { put_back kept; }                      # the new cloud as it was seeded

# compared [OPTION...]: the new cloud holds what it has to
compared() {
  "$LAB_HERE/snapshot" "$NEW" "$WORK/after.json" &&
    "$LAB_HERE/compare" --old "${TRUTH:-$WORK/old.json}" --before "$WORK/before.json" --after "$WORK/after.json" -q "$@"
}

untouched() { compared --kinds keypairs --users nobody; }
