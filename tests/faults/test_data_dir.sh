#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Damaged, newer, full, read-only: said plainly, and what was there stays as it was.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export GW_KEY=sk-EXAMPLEfaults0000001
add=(profile add one --kind plain_openai --data-url http://127.0.0.1:9/v1 --key-ref env:GW_KEY)

filled() { expect 0 fill "$gwctl" --data-dir "$1" "${add[@]}"; }
state_of() { (cd "$1" && sha256sum gatewright.db); }
# refused NAME DIR REGEX: nothing works there, and nothing changed.
refused() {
    local before
    before=$(state_of "$2")
    expect 70 "$1" "$gwctl" --data-dir "$2" profile list
    says "$1" '^gwctl: '
    says "$1" '^  try: '
    says "$1" "$3"
    [ "$before" = "$(state_of "$2")" ] || fail "$1: the database was changed"
}

filled "$work/garbage"
head -c 20000 /dev/urandom > "$work/garbage/gatewright.db"
rm -f "$work/garbage"/gatewright.db-*
refused garbage "$work/garbage" 'cut or altered'
expect 1 garbage-doctor "$gwctl" --data-dir "$work/garbage" doctor
says garbage-doctor '^BAD +database .*cut or altered'
says garbage-doctor '^ +try: Put a backup'
says garbage-doctor '^warn +profiles +unknown'
expect 1 garbage-doctor-json "$gwctl" --data-dir "$work/garbage" doctor --json
python3 -c 'import json, sys; i = {i["id"]: i for i in json.load(open(sys.argv[1]))["items"]}; assert i["database"]["level"] == "bad" and i["database"]["next"] and not i["profiles"]["ok"], i' \
    "$work/garbage-doctor-json.out" || fail "doctor as JSON"

filled "$work/cut"
rm -f "$work/cut"/gatewright.db-*
truncate -s 5000 "$work/cut/gatewright.db"
refused cut "$work/cut" 'cut or altered'

filled "$work/newer"
sqlite3 "$work/newer/gatewright.db" 'PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE);' > /dev/null
refused newer "$work/newer" 'newer'
expect 70 newer-json "$gwctl" --data-dir "$work/newer" --json profile list
python3 -c 'import json, sys; e = json.load(open(sys.argv[1]))["error"]; assert e["what"] and e["why"] and e["try"], e' "$work/newer-json.out" ||
    fail "newer: no error as JSON"

# The embedded gateway's own database.
for of in garbage newer; do
    "$gwctl" --data-dir "$work/gateway-$of" profile list > /dev/null
    expect 0 gateway-none "$gwctl" --data-dir "$work/gateway-$of" doctor
    says gateway-none '^ok +gateway_db +.*gateway.db is made when'
done
head -c 20000 /dev/urandom > "$work/gateway-garbage/gateway.db"
sqlite3 "$work/gateway-newer/gateway.db" 'CREATE TABLE t(a); PRAGMA user_version = 9999;'
expect 1 gateway-garbage "$gwctl" --data-dir "$work/gateway-garbage" doctor
says gateway-garbage '^BAD +gateway_db +.*gateway.db: .*cut or altered'
says gateway-garbage '^ +try: Put a backup'
expect 1 gateway-newer "$gwctl" --data-dir "$work/gateway-newer" doctor
says gateway-newer '^BAD +gateway_db +.*gateway.db: .*newer version'
expect 70 gateway-serve "$gwctl" --data-dir "$work/gateway-newer" gateway serve --listen 127.0.0.1:0

# A disk of 1 MiB where mounting is allowed; else a limit on what a file may grow to. With a new data dir, and with one
# that is in use already.
cat > "$work/fill.sh" << 'EOF'
set -e
gwctl=$1 disk=$2 from=$3
shift 3
whole=
mount -t tmpfs -o size=1m none "$disk" 2> /dev/null && whole=1
[ ! -d "$from" ] || cp -r "$from" "$disk/data"
if [ $whole ]; then
    head -c 2000000 /dev/zero > "$disk/ballast" 2> /dev/null || true
else
    ulimit -f 8
    trap '' XFSZ
fi
code=0
"$gwctl" --data-dir "$disk/data" "$@" || code=$?
exit $code
EOF
# full NAME FROM COMMAND...: on a disk that holds a copy of the data dir FROM and has no room left.
full() {
    local name=$1 from=$2
    shift 2
    expect 70 "$name" unshare --mount --map-root-user bash "$work/fill.sh" "$gwctl" "$work/small" "$from" "$@"
    says "$name" 'There is no room left'
    says "$name" '^  try: Free some space'
    rm -rf "$work/small/data"
}
mkdir "$work/small"
filled "$work/used"
full full-new "$work/nothing" "${add[@]}"
full full-used "$work/used" profile default one
full full-serve "$work/used" gateway serve --listen 127.0.0.1:0
full full-demo "$work/used" demo

touch "$work/a-file"
expect 70 no-folder "$gwctl" --data-dir "$work/a-file/data" profile list
says no-folder '^  try: '
echo "no data was lost"
