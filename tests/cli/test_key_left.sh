#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a key has left, read with that key alone; and by who runs the gateway.
. "$(dirname "$0")/lib.sh"
cat > "$work/gateway.yaml" <<'YAML'
aliases:
  - {name: fast-chat, routes: [{upstream: scripted, model: test-echo}], price: {input: 0.15, output: 0.60}}
YAML
serve --config "$work/gateway.yaml"
exits 0 "$gwctl" key create web --alias fast-chat --budget 10/month --json
secret=$(json "$work/out" "d['secret']")
exits 0 "$gwctl" key create other --yes
[ "$(chat "$secret" fast-chat)" = 200 ] || die "the call failed"

# A connection with nothing but the key, in a data dir that runs no gateway.
export GATEWRIGHT_HOME=$work/mine MY_KEY=$secret
exits 0 "$gwctl" profile add mine --kind plain_openai --data-url "$data_url" --key-ref env:MY_KEY
exits 0 "$gwctl" key left mine --json
left=$(json "$work/out" "(d['name'], d['limit_nanos'], d['window'], d['currency'], d['unlimited'], d['left_nanos'] + d['spent_nanos'])")
[ "$left" = "('web', 10000000000, 'month', 'USD', False, 10000000000)" ] || { cat "$work/out"; die "what is left: $left"; }
[ "$(json "$work/out" "d['today_nanos'] == d['spent_nanos'] > 0")" = True ] || { cat "$work/out"; die "used today"; }
[ "$(json "$work/out" "d['resets_at'].endswith('-01T00:00:00.000Z')")" = True ] || { cat "$work/out"; die "next reset"; }
[ "$(json "$work/out" "(d['outlook'], d['per_day_nanos'], d['days_left'])")" = "('no_rate', None, None)" ] || { cat "$work/out"; die "a rate from nothing"; }
exits 0 "$gwctl" key left mine
for said in 'Remaining' 'of 10.00' 'Used today' 'no rate yet' 'Next reset'; do says out "$said"; done
! grep -q other "$work/out" || die "another key is told"
no_secret "$secret"

# It needs a key, a gateway that answers, and one that tells.
exits 0 "$gwctl" profile add bare --kind plain_openai --data-url "$data_url"
exits 3 "$gwctl" key left bare
says err 'no data key'
exits 0 "$gwctl" profile add astray --kind plain_openai --data-url "$data_url/nothing" --key-ref env:MY_KEY
exits 2 "$gwctl" key left astray
export MY_KEY=sk-gw-wrong-0123456789012345
exits 3 "$gwctl" key left mine
stop_serving
exits 3 "$gwctl" key left mine
