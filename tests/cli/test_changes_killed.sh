#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# gwctl is killed in the middle of a change set: the next one shows it as interrupted, goes on with it or takes it back.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fakes.sh"

control() { curl -s -X POST -H 'Content-Type: application/json' -d "$2" "$fake_url/__fake/$1" > "$work/control.out"; }
state() { "$gwctl" change show "$1" --json > "$work/state.json"; json "$work/state.json" "' '.join(s['state'] for s in d['steps'])"; }
# killed SET VERB WANTED: VERB works on SET until its steps are as WANTED says, then it is killed.
killed() {
    "$gwctl" change "$2" "$1" --yes > "$work/killed.out" 2>&1 &
    local pid=$! seen=''
    for _ in $(seq 400); do
        seen=$(state "$1")
        [ "$seen" != "$3" ] || break
        kill -0 "$pid" 2>/dev/null || { cat "$work/killed.out" >&2; die "change $2 ended by itself: $seen"; }
    done
    [ "$seen" = "$3" ] || die "never seen: $3 but $seen"
    kill -KILL "$pid"
    wait "$pid" 2>/dev/null || true
}
staged() {
    exits 0 "$gwctl" key update one --owner team-a --stage --json
    set=$(json "$work/out" "d['id']")
    exits 0 "$gwctl" key update two --owner team-b --stage --set "$set"
    exits 0 "$gwctl" key update three --owner team-c --stage --set "$set"
}
owners() { exits 0 "$gwctl" key list --json; json "$work/out" "' '.join(sorted((k['passport']['owner'] or '-') for k in d['items'] if k['name'] in ('one', 'two', 'three')))"; }

fake litellm
exits 0 "$gwctl" profile default litellm
for name in one two three; do exits 0 "$gwctl" key create $name --yes; done
[ "$(owners)" = '- - -' ] || die "owners at the beginning: $(owners)"

# The answer of the second write comes slowly; it is killed while it waits.
slow='{"match": "POST /key/update", "skip": 1, "slow": 200}'
staged
control next "$slow"
killed "$set" apply 'done doing pending'
exits 0 "$gwctl" change list
says out 'interrupted'
exits 0 "$gwctl" change show "$set" --json
[ "$(json "$work/out" "(d['interrupted'], d['state'])")" = "(True, 'applying')" ] || die "not shown as interrupted"
exits 0 "$gwctl" change show "$set"
says err 'goes on'
exits 6 "$gwctl" change drop "$set"
exits 0 "$gwctl" change apply "$set" --yes --json
[ "$(json "$work/out" "(d['state'], d['interrupted'])")" = "('applied', False)" ] || { cat "$work/out"; die "resume"; }
[ "$(owners)" = 'team-a team-b team-c' ] || die "resumed: $(owners)"

# Its undo is killed as well, and resumed.
control next "$slow"
killed "$set" undo 'done undoing undone'
exits 0 "$gwctl" change list
says out 'undo interrupted'
exits 6 "$gwctl" change apply "$set" --yes
exits 0 "$gwctl" change undo "$set" --yes
[ "$(owners)" = '- - -' ] || die "undone: $(owners)"

# An interrupted apply can be taken back at once.
staged
control next "$slow"
killed "$set" apply 'done doing pending'
exits 0 "$gwctl" change undo "$set" --yes --json
[ "$(json "$work/out" "d['state']")" = undone ] || { cat "$work/out"; die "undo of an interrupted apply"; }
[ "$(owners)" = '- - -' ] || die "taken back: $(owners)"

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

# A create whose answer was lost: the key is known, told of, and adopted or taken back.
exits 0 "$gwctl" key create lost --stage --json
set=$(json "$work/out" "d['id']")
control next '{"match": "POST /key/generate", "lose": true}'
exits 3 "$gwctl" change apply "$set" --yes
says out 'failed'
exits 0 "$gwctl" change undo "$set" --yes
exits 2 "$gwctl" key update lost --owner x
unfake
