#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A gateway that takes the call and says nothing, or falls silent in mid-stream: the limit fires and is named.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export GW_KEY=sk-EXAMPLEfaults0000001

python3 "$tests/servers/faults.py" > "$work/port" &
started+=($!)
until_true 10 test -s "$work/port" || fail "the server does not start"
base=http://127.0.0.1:$(cat "$work/port")

console() { "$gwctl" --data-dir "$work/data" "$@"; }
for mode in chat-silence chat-stall silence; do
    expect 0 add console profile add $mode --kind plain_openai --data-url "$base/$mode/v1" --key-ref env:GW_KEY
done
# All at once: they spend their time waiting.
console --profile silence smoke --alias m > "$work/hung.out" 2> "$work/hung.err" &
hung=$!
console --profile chat-stall smoke --test T03 --alias m > "$work/stall.out" 2> "$work/stall.err" &
stall=$!
expect 1 silence console --profile chat-silence smoke --test T01 --alias m
says silence 'first header: limit of|within'
code=0
wait $stall || code=$?
[ $code = 1 ] || fail "stall: exit code $code instead of 1"
says stall 'idle'
says stall 'nothing came for 30 s'
says stall '^  try: .'
# A host that takes calls and answers none is there: a failed check, not an unreachable gateway.
code=0
wait $hung || code=$?
[ $code = 1 ] || fail "hung: exit code $code instead of 1"
says hung 'T00.V1 +FAIL: .*answers nothing: restart it'
says hung '^  try: .'
