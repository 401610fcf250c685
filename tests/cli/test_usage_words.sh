#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Wrong usage exits 2 with one clear line and a next step; help is on every level.
. "$(dirname "$0")/lib.sh"

wrong() { # WHAT-IT-SAYS ARGS...
    local text=$1; shift
    exits 2 "$gwctl" "$@"
    says err "$text"
    [ "$(wc -l < "$work/err")" = 2 ] || { cat "$work/err"; die "not two lines: $*"; }
    grep -q '^gwctl: .*: ' "$work/err" || die "first line: $*"
    grep -q '^  try: .' "$work/err" || die "no next step: $*"
    [ ! -s "$work/out" ] || die "stdout: $*"
}
wrong 'no such command' nonsense
wrong 'there is no "nonsense"' key nonsense
wrong 'NAME is missing' key create
wrong 'unknown option --secret' key create x --secret y
wrong 'needs a value' key list --limit
wrong 'no number above zero' key list --limit none
wrong 'is no amount of USD in a window' key create x --budget 5
wrong 'is no time to come' key create x --expires 2001-01-01
wrong 'is no address' profile add x --kind plain_openai --data-url gateway.example
wrong 'does not speak to' profile add x --kind nonsense --data-url http://127.0.0.1:1/v1
wrong 'holds no password' profile add x --kind plain_openai --data-url http://a:b@127.0.0.1:1/v1
wrong 'nothing from “?”' profile add x --kind plain_openai --data-url 'http://127.0.0.1:1/v1?key=sk-EXAMPLE-in-address'
wrong 'is no address' profile add x --kind plain_openai --data-url 'gateway.example/v1?key=sk-EXAMPLE-in-address'
! grep -q sk-EXAMPLE-in-address "$work/err" || die "an address told its secret"
wrong 'a reference is env' profile add x --kind plain_openai --data-url http://127.0.0.1:1/v1 --key-ref sk-1
wrong 'there is no "T99"' smoke --test T99
wrong 'is no FORMAT=FILE' smoke --report xml=a
wrong 'there is no "nobody"' usage list --profile nobody
wrong '--filter' usage list --filter 'alias ='
wrong 'the groups are key, alias' usage summary --by colour
wrong 'is no time' usage list --from soon
wrong 'there is no run' run show 01NOTHING
wrong 'there is no file' usage import "$work/none.csv"

exits 2 "$gwctl" key create --json
[ "$(json "$work/out" "sorted(d['error'])")" = "['kind', 'try', 'what', 'why']" ] || die "error shape"
for level in '' key 'key create' gateway 'gateway serve' profile usage run smoke demo doctor; do
    # shellcheck disable=SC2086
    exits 0 "$gwctl" $level --help
    says out 'Example:'
done
for shell in bash zsh fish; do exits 0 "$gwctl" completion "$shell"; done
"$gwctl" completion bash | bash -n || die "completion"
exits 70 sh -c "\"$gwctl\" profile list --json > /dev/full"
exits 0 "$gwctl" doctor --json
[ "$(json "$work/out" "[i['id'] for i in d['items'] if not i['ok']]")" = "['vault']" ] || { cat "$work/out"; die "doctor"; }
[ "$(json "$work/out" "[(i['level'], bool(i['next'])) for i in d['items'] if i['id'] == 'vault']")" = "[('warn', True)]" ] ||
    die "secrets in memory only are worth a warning"
exits 0 "$gwctl" doctor
says out 'try: '
