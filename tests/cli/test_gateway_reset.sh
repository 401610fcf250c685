#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The gateway's database was reset while ours was kept: its new rows come all the same, and what it lost is told.
. "$(dirname "$0")/lib.sh"
calls() {
    exits 0 "$gwctl" key create "app$1" --alias test-echo --json
    secret=$(json "$work/out" "d['secret']")
    for _ in $(seq "$2"); do [ "$(chat "$secret" test-echo)" = 200 ] || die "refused"; done
}
rows() { exits 0 "$gwctl" usage list --json; json "$work/out" "len(d['items'])"; }
synced() { # N: until so many rows are here; they are written a moment after the answer
    for _ in $(seq 50); do
        exits 0 "$gwctl" usage sync
        [ "$(rows)" -lt "$1" ] || return 0
        sleep 0.1
    done
    die "$(rows) rows, not $1"
}
serve
calls 1 5
synced 5
stop_serving
rm -f "$GATEWRIGHT_HOME"/gateway.db*
serve
calls 2 2
synced 7
exits 0 "$gwctl" usage gaps --json
[ "$(json "$work/out" "[g['open'] for g in d['items']]")" = '[False]' ] || die "the loss is not told"
exits 0 "$gwctl" usage sync --json
[ "$(json "$work/out" "d['rows']")" = 0 ] || die "rows are read again"
[ "$(rows)" = 7 ] || die "rows were lost or doubled"
stop_serving
