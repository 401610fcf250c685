# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after lib.sh by journeys over the fake generations of tests/contract: each is a connection of its own.
contract=$(cd "$(dirname "${BASH_SOURCE[0]}")/../contract" && pwd)
generations=$(python3 "$contract/fake_gateway.py" --list | python3 -c 'import json,sys; print(*(g["name"] for g in json.load(sys.stdin)))')
# served NAME: starts it alone, and tells fake_url, fake_kind and its secrets.
# Its clock stands where it was recorded; with fake_clock=() it goes as ours.
fake_clock=(--now recorded)
# fake NAME: starts it; a profile NAME speaks to it. It ends with unfake.
served() {
    mkfifo "$work/$1.in"
    python3 "$contract/fake_gateway.py" "$1" "${fake_clock[@]}" < "$work/$1.in" > "$work/$1.out" &
    fake_pid=$!
    exec 9> "$work/$1.in"
    for _ in $(seq 200); do [ ! -s "$work/$1.out" ] || break; sleep 0.05; done
    [ -s "$work/$1.out" ] || die "the fake $1 says nothing"
    fake_url=$(json "$work/$1.out" "d['url']")
    fake_kind=$(json "$work/$1.out" "d['kind']")
    ADMIN_SECRET=$(json "$work/$1.out" "d['connect'].get('admin_secret') or ''")
    DATA_SECRET=$(json "$work/$1.out" "d['connect'].get('data_secret') or ''")
    export ADMIN_SECRET DATA_SECRET
}
fake() {
    served "$1"
    local secrets=(--key-ref env:DATA_SECRET) user
    [ -z "$ADMIN_SECRET" ] || secrets=(--key-ref env:ADMIN_SECRET --data-key-ref env:DATA_SECRET --admin-url "$(json "$work/$1.out" "d['admin_url']")")
    user=$(json "$work/$1.out" "d['connect'].get('user_id') or ''")
    [ -z "$user" ] || secrets+=(--user-id "$user")
    exits 0 "$gwctl" profile add "$1" --kind "$fake_kind" --data-url "$(json "$work/$1.out" "d['data_url']")" "${secrets[@]}"
}
unfake() { exec 9>&-; wait "$fake_pid"; }
