# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after lib.sh by journeys that break off change sets: the fake LiteLLM with three keys.
. "$(dirname "${BASH_SOURCE[0]}")/fakes.sh"

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
# The answer of the second write comes slowly: there the program is ended.
slow='{"match": "POST /key/update", "skip": 1, "slow": 200}'
