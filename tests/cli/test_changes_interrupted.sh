#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# gwctl is asked to end in the middle of a change set, and loses the answer of a create.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/broken_off.sh"

# An interrupt is heard between two steps: the one under way is read back, and the set goes on later.
staged
control next "${slow/200/5}"
"$gwctl" change apply "$set" --yes > "$work/int.out" 2>&1 &
pid=$!
for _ in $(seq 400); do [ "$(state "$set")" != 'done doing pending' ] || break; done
kill -INT "$pid"
code=0
wait "$pid" || code=$?
[ "$code" = 130 ] || { cat "$work/int.out"; die "exit $code, not 130, after an interrupt"; }
[ "$(state "$set")" = 'done done pending' ] || die "interrupted: $(state "$set")"
exits 0 "$gwctl" change list --json
[ "$(json "$work/out" "d['items'][0]['state']")" = stopped ] || { cat "$work/out"; die "not stopped"; }
exits 0 "$gwctl" change apply "$set" --yes
[ "$(owners)" = 'team-a team-b team-c' ] || die "after the interrupt: $(owners)"

# A create whose answer was lost is told of, and leaves no key that nobody knows.
exits 0 "$gwctl" key create lost --stage --json
set=$(json "$work/out" "d['id']")
control next '{"match": "POST /key/generate", "lose": true}'
exits 3 "$gwctl" change apply "$set" --yes
says out 'failed'
exits 0 "$gwctl" change undo "$set" --yes
exits 2 "$gwctl" key update lost --owner x
unfake
