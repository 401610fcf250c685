#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A connection behind an HTTP proxy: every call takes that way, and a proxy that fails is not taken for the gateway.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export GW_KEY=sk-EXAMPLEfaults0000001

python3 "$tests/servers/faults.py" > "$work/port" & # passed an absolute address, it answers in the gateway's place
started+=($!)
until_true 10 test -s "$work/port" || fail "the server does not start"

console() { "$gwctl" --data-dir "$work/data" "$@"; }
add() { expect 0 "add-$1" console profile add "$1" --kind plain_openai --data-url "$2" --key-ref env:GW_KEY --proxy "$3"; }
add behind http://gateway.invalid/ok/v1 "http://127.0.0.1:$(cat "$work/port")"
expect 0 behind console profile test behind
expect 0 smoke console --profile behind --yes smoke --test T01 --alias m
expect 0 show console profile show behind --json
[ "$(field "$work/show.out" proxy)" = "http://127.0.0.1:$(cat "$work/port")" ] || fail "the proxy is not shown"

add direct http://gateway.invalid/ok/v1 none
expect 3 direct console profile test direct
says direct 'host not found'
add broken http://gateway.invalid/ok/v1 http://127.0.0.1:9
expect 3 broken console profile test broken
says broken 'proxy before “broken”'

for proxy in 127.0.0.1:3128 ftp://proxy:1 http:// http://u:p@proxy:1 http://proxy:1/path; do
    expect 2 bad-proxy console profile add bad --kind plain_openai --data-url http://127.0.0.1:1/v1 --key-ref env:GW_KEY --proxy "$proxy"
    says bad-proxy '^  try: '
    silent_about bad-proxy 'u:p'
done
echo "the proxy was used where it was named"
