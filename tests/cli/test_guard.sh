#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A quota that the gateway has not: set, spent, enforced, taken away again. It says that it acts only while it runs.
. "$(dirname "$0")/lib.sh"
cat > "$work/gateway.yaml" <<'YAML'
aliases:
  - {name: fast-chat, routes: [{upstream: scripted, model: test-echo}], price: {input: 1000000, output: 1000000}}
YAML
serve --config "$work/gateway.yaml"
exits 0 "$gwctl" key create web --alias fast-chat --json
secret=$(json "$work/out" "d['secret']")

exits 0 "$gwctl" guard list
says err 'only while it runs'
exits 2 "$gwctl" guard set web
exits 2 "$gwctl" guard set web --budget 5/lifetime
exits 2 "$gwctl" guard set web --budget 5/day --zone Mars/Olympus
says err 'Mars/Olympus'
exits 2 "$gwctl" guard set web --budget 5/day --action explode
exits 2 "$gwctl" guard set web --budget 5/day --warn 0
exits 2 "$gwctl" guard set nobody --budget 5/day
exits 0 "$gwctl" guard set web --budget 5/day --zone Europe/Berlin --action disable --yes --json
[ "$(json "$work/out" "(d['limit_nanos'], d['window'], d['zone'], d['action'])")" = "(5000000000, 'day', 'Europe/Berlin', 'disable')" ] \
    || { cat "$work/out"; die "the guard"; }
says err 'only while it runs'

exits 0 "$gwctl" guard run --once
says err 'nothing was due'
[ "$(chat "$secret" fast-chat)" = 200 ] || die "the call failed"
exits 0 "$gwctl" guard run --once
says out 'the key is disabled'
[ "$(chat "$secret" fast-chat)" = 401 ] || [ "$(chat "$secret" fast-chat)" = 403 ] || die "the key still works: $(cat "$work/answer")"
exits 0 "$gwctl" guard list
says out 'spent, the key is disabled'
exits 0 "$gwctl" guard run --once
says err 'nothing was due'

# Until Ctrl+C.
"$gwctl" guard run --every 5 > "$work/run.out" 2> "$work/run.err" &
watching=$!
for _ in $(seq 100); do grep -q 'Ctrl+C' "$work/run.err" && break; sleep 0.1; done
kill -INT "$watching"
wait "$watching" || die "guard run ended with $?"
exits 2 "$gwctl" guard run --every 1

# What it took is given back before it goes.
exits 2 "$gwctl" guard remove 99
exits 0 "$gwctl" guard remove 1
says out 'gave the key back'
[ "$(chat "$secret" fast-chat)" = 200 ] || die "the key was not given back"
exits 0 "$gwctl" guard list --json
[ "$(json "$work/out" "d['items']")" = '[]' ] || die "the guard is still there"

# Without the gateway a guard that holds nothing can still be taken away.
exits 0 "$gwctl" guard set web --budget 5/day
stop_serving
exits 3 "$gwctl" guard run --once
exits 0 "$gwctl" guard remove 2
no_secret "$secret"
