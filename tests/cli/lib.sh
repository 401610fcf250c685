# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the journeys: a data dir of their own, a gateway on any port, and checks that name what was wrong.
set -euo pipefail
gwctl=$TEST_BIN/gwctl
work=$(mktemp -d)
export GATEWRIGHT_HOME=$work/data GATEWRIGHT_VAULT=session
unset GATEWRIGHT_VAULT_PASSPHRASE_FILE
served=''
cleanup() {
    [ -z "$served" ] || kill "$served" 2>/dev/null || true
    [ -z "$served" ] || wait "$served" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

die() { echo "FAILED: $*" >&2; exit 1; }
# exits N COMMAND...: its stdout goes to $work/out, its stderr to $work/err
exits() {
    local wanted=$1 got=0; shift
    "$@" > "$work/out" 2> "$work/err" || got=$?
    [ "$got" = "$wanted" ] || { cat "$work/out" "$work/err" >&2; die "exit $got, not $wanted: $*"; }
}
says() { grep -qF -- "$2" "$work/$1" || { cat "$work/$1" >&2; die "$1 does not say: $2"; }; }
# json FILE EXPRESSION: a Python expression over the document d
json() { python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$1" "$2"; }
# serve ARGS...: sets data_url, admin_url, admin_key
serve() {
    rm -f "$work/serve.out" # what an earlier one said is no answer of this one
    "$gwctl" gateway serve --listen 127.0.0.1:0 "$@" > "$work/serve.out" 2> "$work/serve.err" &
    served=$!
    for _ in $(seq 300); do
        [ ! -s "$work/serve.out" ] || break
        kill -0 "$served" 2>/dev/null || { cat "$work/serve.err" >&2; die "gateway serve ended"; }
        sleep 0.1
    done
    [ -s "$work/serve.out" ] || { cat "$work/serve.err" >&2; die "gateway serve says nothing"; }
    head -1 "$work/serve.out" > "$work/first.json"
    data_url=$(json "$work/first.json" "d['data_url']")
    admin_url=$(json "$work/first.json" "d['admin_url']")
    admin_key=$(json "$work/first.json" "d['admin_key']")
}
stop_serving() {
    local code=0
    kill -TERM "$served"
    wait "$served" || code=$?
    served=''
    [ "$code" = 0 ] || die "gateway serve ended with $code"
}
# chat SECRET ALIAS: the HTTP status of one call; its answer is in $work/answer, its head in $work/head
chat() {
    printf 'Authorization: Bearer %s\n' "$1" > "$work/auth"
    curl -s -o "$work/answer" -D "$work/head" -w '%{http_code}' -H @"$work/auth" -H 'Content-Type: application/json' \
        -d "{\"model\":\"$2\",\"messages\":[{\"role\":\"user\",\"content\":\"Say pong.\"}],\"max_tokens\":16}" \
        "$data_url/chat/completions"
}
request_id() { sed -n 's/^x-request-id: *//Ip' "$work/head" | tr -d '\r'; }
# no_secret SECRET: nothing in the data dir and no command line holds it
no_secret() {
    local lying
    printf '%s\n' "$1" > "$work/needle"
    lying=$(grep -rlF -f "$work/needle" "$GATEWRIGHT_HOME" || true)
    [ -z "$lying" ] || die "a secret lies in $lying"
    ! cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' '\n' | grep -qF -f "$work/needle" || die "a secret is in a command line"
    rm "$work/needle"
}
