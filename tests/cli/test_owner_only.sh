#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Both programs leave nothing that others may read, also in a folder that was there before; both keep a log without secrets.
. "$(dirname "$0")/lib.sh"
planted=sk-planted-0123456789abcdef # in the path of the data dir, which the log tells
export GATEWRIGHT_HOME=$work/$planted QT_QPA_PLATFORM=offscreen
umask 022
mkdir -p -m 755 "$GATEWRIGHT_HOME/evidence" "$GATEWRIGHT_HOME/log"
touch "$GATEWRIGHT_HOME/settings.ini"

closed() {
    local open
    open=$(find "$GATEWRIGHT_HOME" -mindepth 1 -perm /077)
    [ -z "$open" ] || die "others may look into $open"
}
logged() { # PROGRAM TEXT
    local log=$GATEWRIGHT_HOME/log/$1.log
    for _ in $(seq 600); do
        grep -qs -- "$2" "$log" && break
        sleep 0.1
    done
    grep -q -- "$2" "$log" || { cat "$log"; die "the log of $1 does not say: $2"; }
    grep -q 'started in ' "$log" || die "the log of $1 does not begin with its start"
    if grep -qF "$planted" "$log"; then die "a secret lies in $log"; fi
}

serve --seed demo
logged gwctl 'runs at http'
exits 0 "$gwctl" usage sync
exits 0 "$gwctl" smoke --test T01 --alias fast-chat --yes
closed
[ -n "$(ls "$GATEWRIGHT_HOME/evidence")" ] || die "no evidence was kept"
[ -z "$(find "$GATEWRIGHT_HOME" -name '*.before-*')" ] || die "a new database kept copies of its empty self"
stop_serving
logged gwctl 'was stopped'

"$TEST_BIN/gatewright" --data-dir "$GATEWRIGHT_HOME" > "$work/window" 2>&1 &
served=$!
logged gatewright 'runs at http'
closed
kill -TERM "$served"
wait "$served" 2>/dev/null || true
served=''
