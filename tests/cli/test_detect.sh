#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# profile detect: what answers at an address, with the evidence and the exact addresses; never a guess, never a secret.
. "$(dirname "$0")/lib.sh"
serve --seed demo
root=${data_url%/v1}
admin_root=${admin_url%/admin/v1}

exits 0 "$gwctl" profile detect "$admin_root" --json
[ "$(json "$work/out" "d['kind']")" = embedded ] || die "kind"
[ "$(json "$work/out" "bool(d['evidence'])")" = True ] || die "evidence"

# A data plane without a sign of its own: no kind, but the base address and every exact address.
exits 5 "$gwctl" profile detect "$root/v1/chat/completions" --json
[ "$(json "$work/out" "d['kind']")" = None ] || die "a kind was guessed"
[ "$(json "$work/out" "d['data_url']")" = "$data_url" ] || die "data url"
[ "$(json "$work/out" "[p['url'] for p in d['places'] if p['for']=='chat'][0]")" = "$data_url/chat/completions" ] || die "places"
exits 5 "$gwctl" profile detect "$root"
says out "$data_url/models"
exits 5 "$gwctl" profile detect "${root#http://}"
says err 'http://'

exits 3 "$gwctl" profile detect http://127.0.0.1:9
says err 'refused'
exits 3 "$gwctl" profile detect http://127.0.0.1:9 --json
[ "$(json "$work/out" "d['error']['kind']")" = network ] || die "error"
exits 2 "$gwctl" profile detect mailto:ops@gateway.example
exits 2 "$gwctl" profile detect https://me:secret@gateway.example
exits 2 "$gwctl" profile detect

# profile test names the step that fails, and the steps before it.
exits 0 "$gwctl" profile test --json
[ "$(json "$work/out" "[s['outcome'] for s in d['steps'] if s['step']=='admin_sign_in'][0]")" = passed ] || die "steps"
exits 0 "$gwctl" profile add gone --kind plain_openai --data-url http://127.0.0.1:9/v1 --key-ref env:NO_KEY
exits 3 env NO_KEY=sk-EXAMPLE-nobody "$gwctl" profile test gone
says err 'step "Connect"'
exits 3 env NO_KEY=sk-EXAMPLE-nobody "$gwctl" profile test gone --json
[ "$(json "$work/out" "d['reachable'], d['steps'][-1]['outcome'], d['error']['kind']")" = "(False, 'failed', 'network')" ] || die "json"
no_secret sk-EXAMPLE-nobody

# Select is known by its host (asked through a proxy that stands in for it), or by the alias that chooses the model.
. "$(dirname "$0")/fakes.sh"
served select
exits 0 "$gwctl" profile detect http://api.select.ax --proxy "$fake_url" --json
[ "$(json "$work/out" "d['kind'], d['evidence'], d['admin_url']")" = "('select', 'the host is api.select.ax', None)" ] || die "select"
[ "$(json "$work/out" "[p['url'] for p in d['places'] if p['for']=='messages'][0]")" = http://api.select.ax/v1/messages ] || die "messages"
exits 5 "$gwctl" profile detect "$fake_url" --json # its list wants a key, and another host says nothing
exits 0 "$gwctl" profile add sel --kind select --data-url "$fake_url/v1" --key-ref env:DATA_SECRET
exits 0 "$gwctl" profile test sel
exits 0 "$gwctl" --profile sel alias list --json
[ "$(json "$work/out" "d['items'][0]['name']")" = smart-select ] || die "aliases"
exits 0 "$gwctl" --profile sel --yes smoke --test T11e --alias claude-haiku-4-5 --json
[ "$(json "$work/out" "[r['text'] for c in d['checks'] for r in c['reasons'] if r['id']=='T11.e2'][0]")" = 'Smart mode was served by: gpt-4o-mini × 20.' ] || die "smart"
says out 'x-model is honoured, claude-haiku-4-5 served'
[ "$(json "$work/out" "d['checks'][0]['served_model']")" = claude-haiku-4-5 ] || die "served model"
exits 0 "$gwctl" --profile sel --yes smoke --test T01 --alias smart-select
exits 3 "$gwctl" --yes smoke --profile 'Test gateway' --test T11e --alias fast-chat # nothing is asked of it
says out 'only Select'
unfake
