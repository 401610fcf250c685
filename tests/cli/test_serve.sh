#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One embedded gateway for each data dir; its first line, its ports, its end, its mistakes.
. "$(dirname "$0")/lib.sh"

serve --seed demo
[ "$(json "$work/first.json" "sorted(d)")" = "['admin_key', 'admin_url', 'data_url', 'pid']" ] || die "first line"
[ "$(json "$work/first.json" "d['pid']")" = "$served" ] || die "pid"
exits 2 "$gwctl" gateway serve --listen 127.0.0.1:0
says err "pid $served"
exits 0 "$gwctl" profile test
port=${data_url#http://127.0.0.1:}
port=${port%/v1}
exits 2 "$gwctl" gateway serve --data-dir "$work/other" --listen "127.0.0.1:$port"
says err "$port"
[ "$(stat -c %a "$GATEWRIGHT_HOME")" = 700 ] || die "others may look into the data dir"
stop_serving
[ ! -s "$GATEWRIGHT_HOME/gateway.lock" ] || die "the lock still names an owner"

# Killed hard, the next one starts at once.
serve
kill -9 "$served"
wait "$served" 2>/dev/null || true
served=''
exits 3 "$gwctl" key list
serve
exits 0 "$gwctl" key list --json
stop_serving

cat > "$work/config.yaml" <<'YAML'
aliases:
  - name: fast
    routes: [{upstream: scripted, model: test-echo}]
    price: {input: 0.15, output: 0.60}
  - name: careful
    routes: [{upstream: scripted, model: test-500}]
    fallbacks: [fast]
keys:
  - name: bench
    secret_ref: env:BENCH_KEY
    budgets: [{usd: 5, window: day}]
    aliases: [fast]
  - name: made
YAML
exits 2 "$gwctl" gateway serve --listen 127.0.0.1:0 --config "$work/config.yaml"
says err 'line 10'
export BENCH_KEY=sk-bench-0123456789abcdef
serve --config "$work/config.yaml"
[ "$(chat "$BENCH_KEY" fast)" = 200 ] || die "the key of the file is refused: $(cat "$work/answer")"
made=$(sed -n 2p "$work/serve.out" > "$work/second.json"; json "$work/second.json" "d['secret']")
[ "$(chat "$made" fast)" = 200 ] || die "the secret made for a key of the file is refused"
[ "$(chat "$made" careful)" = 200 ] || die "the fallback is not taken: $(cat "$work/answer")"
exits 0 "$gwctl" gateway export
grep -A1 'fallbacks:' "$work/out" | grep -q '"fast"' || die "the fallbacks are not exported"
cp "$work/out" "$work/exported.yaml"
exits 0 "$gwctl" gateway check "$work/exported.yaml"
no_secret "$BENCH_KEY"
stop_serving
route='routes: [{upstream: scripted, model: test-echo}]'
printf 'aliases:\n  - {name: a, %s, fallbacks: [b]}\n  - {name: b, %s, fallbacks: [a]}\n' "$route" "$route" > "$work/circle.yaml"
exits 2 "$gwctl" gateway check "$work/circle.yaml"
says err 'these fallbacks go round in a circle: a > b > a'
printf 'listen: 127.0.0.1:0\nlissten: x\n' > "$work/wrong.yaml"
exits 2 "$gwctl" gateway serve --config "$work/wrong.yaml"
says err 'line 2, column 1'
exits 2 "$gwctl" gateway serve --config "$work/none.yaml"
says err "$work/none.yaml"
exits 2 "$gwctl" gateway serve --admin-key-file "$work/none.key"
says err "$work/none.key"
for file in wrong.yaml none.yaml; do
    exits 2 "$gwctl" gateway serve --config "$work/$file"
    if grep -qE 'The gateway understood|keyring' "$work/err"; then cat "$work/err"; die "the gateway is blamed for $file"; fi
    grep -q '^  try: .' "$work/err" || die "no next step: $file"
done
exits 2 "$gwctl" gateway serve --listen 0.0.0.0:1
exits 2 "$gwctl" gateway serve --seed nothing
printf 'not a database at all, but long enough to be read as one\n%.0s' $(seq 40) > "$GATEWRIGHT_HOME/gateway.db"
exits 70 "$gwctl" gateway serve --listen 127.0.0.1:0
