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
# told NAME CODE REGEX COMMAND...: runs it on the profile NAME; exit code, sentence, and never the key.
told() {
    local name=$1 code=$2 words=$3
    shift 3
    expect "$code" "$name" console --profile "$name" "$@"
    says "$name" "$words"
    silent_about "$name" "$GW_KEY"
    silent_about "$name" 'AddressSanitizer|runtime error'
}
add() { expect 0 "add-$1" console profile add "$1" --kind plain_openai --data-url "$2" --key-ref env:GW_KEY; }

# Nothing that could be called a gateway: no connection.
unreachable() {
    add "$1" "$2"
    told "$1" 3 "$3" profile test "$1"
    says "$1" '^gwctl: .*\.$'
    says "$1" '^  try: .*\.$'
}
unreachable refused http://127.0.0.1:9/v1 'connection refused'
unreachable no-host http://no-such-host.invalid/v1 'host not found'
unreachable web-page "$base/html/v1" 'web page'
unreachable no-json "$base/notjson/v1" 'form|understood'
unreachable redirected "$base/redirect/v1" 'redirect'
unreachable large "$base/big/v1" 'more than 33554432 bytes'
for status in 401 403 429 500 503; do
    unreachable "status-$status" "$base/status-$status/v1" "HTTP $status"
done
silent_about redirected 'token=abc'
for name in refused no-host web-page; do
    says "$name" "“$name” at http" # which connection, and where it leads
done

# With an alias or T00 asked for, the preflight says what is wrong with what answers; with no answer at all it is exit 3.
told web-page 1 'T00.V1 +FAIL: This host answers with a web page' smoke --alias m --report "junit=$work/html.xml"
told web-page 1 'T00.V1 +FAIL' smoke --test T00
told web-page 1 'T00.V1 +FAIL' smoke --test T01 --alias m
told web-page 3 'web page' smoke --test T01 # no alias is known
grep -q '<testsuite' "$work/html.xml" || fail "no report was written"
grep -q '<property name="next" value="Correct the address' "$work/html.xml" || fail "the report has no next step"
expect 1 web-page-json console --json --profile web-page smoke --test T00
python3 -c 'import json, sys; c = json.load(open(sys.argv[1]))["checks"][0]; assert c["next"], c' "$work/web-page-json.out" ||
    fail "no next step in JSON"
told no-json 1 'T00.V1 +FAIL: The model list is no JSON' smoke --alias m
told status-401 1 'T00.V2 +FAIL: The key was refused' smoke --alias m
told refused 3 'T00.V1 +FAIL' smoke --alias m --report "junit=$work/refused.xml"
says refused 'SKIPPED'
grep -q '<testsuite' "$work/refused.xml" || fail "no report was written"
told refused 3 'connection refused' smoke --test T01 --alias m

# A gateway whose calls go wrong: the check fails and says how.
failing() {
    add "$1" "$base/$1/v1"
    told "$1" 1 "$3" smoke --test "$2" --alias m
    says "$1" 'FAIL'
    says "$1" '^  try: .'
    silent_about "$1" '\(D[0-9]+\)'
}
add chat-ok "$base/chat-ok/v1"
told chat-ok 0 'T01' smoke --test T01 --alias m
expect 2 report-nowhere console --profile chat-ok smoke --test T01 --alias m --report "html=$work/nowhere/a.html"
says report-nowhere 'no folder .*/nowhere'
silent_about report-nowhere 'PASS|FAIL' # before anything was called
failing chat-html T01 'web page|HTML|text/html'
failing chat-page-500 T01 'An error came as a web page \(500\)'
silent_about chat-page-500 'console'
failing chat-notjson T01 'JSON'
failing chat-error200 T01 'error'
failing chat-cut T03 'closed|cut|broke'
failing chat-utf8 T03 'T03.V2 *FAIL: 1 of 17 frames'
failing chat-big T01 'more than|large'
for status in 401 403 404 500 503; do
    failing "chat-status-$status" T01 "$status"
done
add chat-status-429 "$base/chat-status-429/v1"
told chat-status-429 5 '429' smoke --test T01 --alias m # a limit proves nothing about the alias

for address in '' '127.0.0.1:80' 'ftp://host/v1' 'http://' 'http://u:p@host/v1' "not an address"; do
    expect 2 bad-address console profile add bad --kind plain_openai --data-url "$address" --key-ref env:GW_KEY
    says bad-address '^  try: '
done
echo "every bad answer was told"
