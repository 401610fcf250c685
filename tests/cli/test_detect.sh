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
