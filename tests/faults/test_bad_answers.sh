#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Wrong addresses and answers of every bad kind: one clear sentence with a next step, the right exit code, never the key.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export GW_KEY=sk-EXAMPLEfaults0000001

python3 "$tests/servers/faults.py" > "$work/port" &
started+=($!)
until_true 10 test -s "$work/port" || fail "the server does not start"
base=http://127.0.0.1:$(cat "$work/port")

console() { "$gwctl" --data-dir "$work/data" "$@"; }
# case_of NAME URL CODE TEST REGEX: a profile with this address, one smoke test, and what is said.
case_of() {
    expect 0 "add-$1" console profile add "$1" --kind plain_openai --data-url "$2" --key-ref env:GW_KEY
    expect "$3" "$1" console --profile "$1" smoke --test "$4" --alias m
    says "$1" "$5"
    silent_about "$1" "$GW_KEY"
    ! grep -qE 'AddressSanitizer|runtime error' "$work/$1.err" || fail "$1: a sanitizer complains"
}

case_of good "$base/ok/v1" 0 T01 'T01'
case_of refused http://127.0.0.1:9/v1 3 T01 'connection|connect'
case_of no-host http://no-such-host.invalid/v1 3 T01 'host'
case_of web-page "$base/html/v1" 1 T00 'web page'
case_of no-json "$base/notjson/v1" 1 T01 '[Ff]ail'
case_of redirected "$base/redirect/v1" 1 T01 'redirect'
case_of error-in-200 "$base/error200/v1" 1 T01 'error'
case_of cut "$base/cut/v1" 1 T03 '[Cc]ut|broke off|closed'
case_of odd-text "$base/utf8/v1" 1 T03 'UTF-8'
case_of large "$base/big/v1" 1 T01 'large|more than'
for status in 401 403 404 429 500 503; do
    case_of "status-$status" "$base/status-$status/v1" 1 T01 "$status"
done
silent_about redirected 'token=abc'

for address in '' '127.0.0.1:80' 'ftp://host/v1' 'http://' 'http://u:p@host/v1'; do
    expect 2 bad-address console profile add bad --kind plain_openai --data-url "$address" --key-ref env:GW_KEY
    says bad-address '^  try: '
done
echo "every bad answer was told"
