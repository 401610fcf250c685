#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The embedded gateway from outside: its file checked, its state, its limits, its last calls, its set-up printed and read again.
. "$(dirname "$0")/lib.sh"

for command in status routes limits log export; do
    exits 3 "$gwctl" gateway $command
    says err 'try: gwctl gateway serve'
    exits 3 "$gwctl" gateway $command --json
    [ "$(json "$work/out" "d['error']['try']")" = 'gwctl gateway serve' ] || die "$command: error shape"
done

# An upstream of the gateway: another one, so that what is sent there can be seen from its side.
export FAR_KEY=sk-EXAMPLEfar00000000000000001
printf 'keys:\n  - {name: console, secret_ref: env:FAR_KEY}\n' > "$work/far.yaml"
"$gwctl" gateway serve --data-dir "$work/far" --listen 127.0.0.1:0 --config "$work/far.yaml" > "$work/far.out" 2> "$work/far.err" &
far=$!
trap 'kill "$far" 2>/dev/null; wait "$far" 2>/dev/null || true; cleanup' EXIT
for _ in $(seq 300); do [ ! -s "$work/far.out" ] || break; sleep 0.1; done
[ -s "$work/far.out" ] || { cat "$work/far.err" >&2; die "the far gateway says nothing"; }
head -1 "$work/far.out" > "$work/far.json"
far_url=$(json "$work/far.json" "d['data_url']")

cat > "$work/gateway.yaml" <<YAML
limits: {attempts: 3, breaker_failures: 2, breaker_rest_ms: 60000}
upstreams:
  - {name: far, kind: openai, base_url: "$far_url", key_ref: "vault:upstream-far"}
  - {name: dead, kind: openai, base_url: "http://127.0.0.1:1/v1"}
aliases:
  - name: fast
    strategy: ordered
    routes: [{upstream: dead, model: none}, {upstream: far, model: test-echo, weight: 3, total_ms: 30000}]
    price: {input: 0.15, output: 0.60, cached: 0.075, date: 2026-11-01}
keys:
  - name: bench
    secret_ref: env:BENCH_KEY
    budgets: [{usd: 5, window: day}, {usd: 20, window: 12h}]
    soft: [80, 95]
    aliases: [fast]
    families: [chat]
    upstreams: [far, dead]
    cidrs: [127.0.0.0/8]
    rpm: 600
    passport: {app: shop, owner: team-a}
YAML
export GATEWRIGHT_VAULT=file GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/passphrase
printf 'a long enough passphrase\n' > "$work/passphrase"
chmod 600 "$work/passphrase"

# What is not there yet is named, all of it, each with its place.
exits 2 "$gwctl" gateway check "$work/gateway.yaml"
says err 'line 3, column'
says err 'vault:upstream-far'
says err 'the variable BENCH_KEY is not set'
exits 2 "$gwctl" gateway check "$work/nothing.yaml"
printf 'aliases:\n  - name: a\n    routes: [{upstream: nowhere, model: m}]\n' > "$work/wrong.yaml"
exits 2 "$gwctl" gateway check "$work/wrong.yaml"
says err 'line 3, column 25: no upstream "nowhere"'

# The upstream's key goes into the vault, never over a command line.
exits 2 "$gwctl" gateway upstream-key 'far/1' --key-env FAR_KEY
exits 2 "$gwctl" gateway upstream-key far
exits 2 "$gwctl" gateway upstream-key far --key-env NOT_SET
exits 0 "$gwctl" gateway upstream-key far --key-stdin <<< "$FAR_KEY"
says out 'key_ref: "vault:upstream-far"'
export BENCH_KEY=sk-EXAMPLEbench0000000000000001
exits 0 "$gwctl" gateway check "$work/gateway.yaml"
grep -q '^2 upstream.*, 1 alias.*, 1 key' "$work/out" || die "check does not count"
exits 0 "$gwctl" gateway check "$work/gateway.yaml" --json
[ "$(json "$work/out" "(d['upstreams'], d['aliases'], d['keys'])")" = '(2, 1, 1)' ] || die "check --json"

serve --config "$work/gateway.yaml"
[ "$(chat "$BENCH_KEY" fast)" = 200 ] || die "the call does not reach the upstream: $(cat "$work/answer")"
request=$(request_id)
[ "$(chat "$BENCH_KEY" test-echo)" = 403 ] || die "an alias outside the scope is served"
no_secret "$FAR_KEY"
no_secret "$BENCH_KEY"
no_secret "$admin_key"

exits 0 "$gwctl" gateway status --json
[ "$(json "$work/out" "d['running'] and d['program'] == 'gwctl' and d['pid'] == $served and d['rows_lost'] == 0")" = True ] || die "status"
exits 0 "$gwctl" gateway status
says out "$data_url"
exits 0 "$gwctl" gateway routes --json
[ "$(json "$work/out" "[(r['alias'], r['upstream'], r['model'], r['served'], r['failed'], r['strategy']) for r in d['items']]")" = \
    "[('fast', 'dead', 'none', 0, 1, 'ordered'), ('fast', 'far', 'test-echo', 1, 0, 'ordered')]" ] || { cat "$work/out"; die "routes"; }
exits 0 "$gwctl" gateway routes --all
says out 'test-slow'
for _ in $(seq 100); do # rows are written behind the answer
    exits 0 "$gwctl" gateway log --json
    [ "$(json "$work/out" "len(d['items'])")" = 2 ] && break
    sleep 0.1
done
[ "$(json "$work/out" "[(r['request_id'] == '$request', r['status'], r['alias'], r['upstream']) for r in d['items']][0]")" = \
    "(True, 200, 'fast', 'far')" ] || { cat "$work/out"; die "log"; }
[ "$(json "$work/out" "d['items'][1]['status']")" = 403 ] || die "the refusal is not in the log"
exits 0 "$gwctl" gateway log --limit 1
grep -q ' 403 ' "$work/out" || die "log --limit takes the newest"
exits 0 "$gwctl" gateway limits --json
[ "$(json "$work/out" "[(b['window'], b['spent_nanos'] > 0, b['reserved_nanos'], b['free_nanos'] == b['nanos'] - b['spent_nanos']) for b in d['items'][0]['budgets']]")" = \
    "[('day', True, 0, True), ('12h', True, 0, True)]" ] || { cat "$work/out"; die "limits"; }
exits 0 "$gwctl" gateway limits
says out '600'

# What is printed is right, says the same, and holds no secret.
exits 2 "$gwctl" gateway export --format helm
exits 0 "$gwctl" gateway export
cp "$work/out" "$work/first.yaml"
! grep -qF "$FAR_KEY" "$work/first.yaml" && ! grep -qF "$BENCH_KEY" "$work/first.yaml" || die "the export holds a secret"
says first.yaml 'key_ref: "vault:upstream-far"'
exits 0 "$gwctl" gateway check "$work/first.yaml"
for format in litellm envoy; do
    exits 0 "$gwctl" gateway export --format $format
    says err 'not held: key "bench"'
    says out '# '
done
exits 0 "$gwctl" gateway export --json
[ "$(json "$work/out" "d['format'] == 'gatewright' and d['missing'] == []")" = True ] || die "export --json"
stop_serving
rm -f "$GATEWRIGHT_HOME"/gateway.db*
serve --config "$work/first.yaml"
[ "$(chat "$BENCH_KEY" fast)" = 200 ] || die "the printed file does not serve: $(cat "$work/answer")"
exits 0 "$gwctl" gateway export
without_ports() { grep -v '^listen\|^admin_listen' "$1"; }
diff <(without_ports "$work/first.yaml") <(without_ports "$work/out") || die "the set-up changed on its way"
no_secret "$FAR_KEY"
stop_serving

exits 0 "$gwctl" gateway upstream-key far --remove
exits 2 "$gwctl" gateway check "$work/gateway.yaml"
says err 'vault:upstream-far'
