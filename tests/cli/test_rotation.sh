#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A key is rotated by a successor: created, proven, handed over; the old one is disabled only when it is drained or
# somebody answers for it, proven refused by calls, and deleted.
. "$(dirname "$0")/lib.sh"
cat > "$work/gateway.yaml" <<'YAML'
aliases:
  - {name: fast-chat, routes: [{upstream: scripted, model: test-echo}], price: {input: 1, output: 1}}
YAML
serve --config "$work/gateway.yaml"
exits 0 "$gwctl" key create web --alias fast-chat --owner team --budget 5/day --json
export OLD_KEY=$(json "$work/out" "d['secret']")

exits 0 "$gwctl" rotation list
exits 2 "$gwctl" rotation show 1
exits 2 "$gwctl" rotation start nobody
exits 2 "$gwctl" rotation start web --drain-hours 0
exits 0 "$gwctl" rotation start web --drain-hours 1 --reason yearly --json
export NEW_KEY=$(json "$work/out" "d['secret']")
[ "$(json "$work/out" "(d['name'], d['aliases'], d['passport']['owner'], d['budgets'][0]['nanos'])")" = "('web-2', ['fast-chat'], 'team', 5000000000)" ] \
    || { cat "$work/out"; die "the successor has other settings"; }
exits 2 "$gwctl" rotation start web
says err 'being rotated already'

# One step after the other.
exits 2 "$gwctl" rotation disable 1
says err 'prove the new key'
exits 1 env NEW_KEY=sk-wrong "$gwctl" rotation prove 1 --key-env NEW_KEY
exits 0 "$gwctl" rotation prove 1 --key-env NEW_KEY
says out 'done'
exits 0 "$gwctl" rotation handed-over 1 --note 'the web team'
[ "$(chat "$OLD_KEY" fast-chat)" = 200 ] || die "the old key works no more"
exits 6 "$gwctl" rotation disable 1
says err 'not drained'
exits 0 "$gwctl" rotation show 1 --json
[ "$(json "$work/out" "(d['drain']['state'], d['drain']['calls'], d['next'])")" = "('called', 1, 'drain')" ] || { cat "$work/out"; die "drain"; }
[ "$(chat "$OLD_KEY" fast-chat)" = 200 ] || die "disabled all the same"
exits 0 "$gwctl" rotation disable 1 --accept 'the caller is retired, OPS-1'
says out 'accepted'
exits 0 "$gwctl" rotation refused 1 --key-env OLD_KEY
[ "$(chat "$OLD_KEY" fast-chat)" = 401 ] || die "the old key works still"
[ "$(chat "$NEW_KEY" fast-chat)" = 200 ] || die "the new key does not work"
exits 2 "$gwctl" rotation delete 1
says err '--yes'
exits 0 "$gwctl" rotation delete 1 --yes
exits 2 "$gwctl" rotation abandon 1
says err 'has ended'
exits 0 "$gwctl" rotation list
says out 'all done'
exits 0 "$gwctl" key list --json
[ "$(json "$work/out" "[k['name'] for k in d['items']]")" = "['web-2']" ] || { cat "$work/out"; die "keys"; }

# Given up: both stay.
exits 0 "$gwctl" rotation start web-2 --as web-3
exits 0 "$gwctl" rotation abandon 2
exits 0 "$gwctl" key list --json
[ "$(json "$work/out" "len(d['items'])")" = 2 ] || die "a key is gone"
no_secret "$OLD_KEY"
no_secret "$NEW_KEY"
