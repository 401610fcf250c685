#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The life of a key over the command line, each state proven by a call from outside.
. "$(dirname "$0")/lib.sh"

exits 3 "$gwctl" key list
says err 'try: gwctl gateway serve'
exits 3 "$gwctl" --data-dir "$work/data" key list
says err "try: gwctl --data-dir $work/data gateway serve" # where it was asked for, not elsewhere
# Empty lists say what fills them.
for command in 'usage list' 'usage summary' 'run list'; do
    # shellcheck disable=SC2086
    exits 0 "$gwctl" $command
    says err 'nothing yet; gwctl '
    [ ! -s "$work/out" ] || die "a heading without rows: $command"
done
exits 0 "$gwctl" --data-dir "$work/data" --profile 'Test gateway' usage list
says err "nothing yet; gwctl --data-dir $work/data --profile 'Test gateway' usage sync"
serve --seed demo
exits 0 "$gwctl" key list
grep -qE ' expired +' "$work/out" || die "no key of the demo seed is shown as expired"
exits 2 "$gwctl" key create ''
says err 'a key needs a name'
exits 0 "$gwctl" key create odd --alias nosuch
says err 'lists no alias "nosuch"'
exits 2 "$gwctl" key create odd
says err 'A key of this name exists already'
if grep -qi 'refresh' "$work/err"; then die "a taken name is told as a conflict"; fi
exits 0 "$gwctl" key delete odd --yes
exits 0 "$gwctl" key list --json
before=$(json "$work/out" "len(d['items'])")
[ "$(json "$work/out" "d['complete'] and 'secret' not in d['items'][0]")" = True ] || die "key list"

exits 0 "$gwctl" key create app --alias fast-chat --budget 0.05/lifetime --expires 30d --owner team-search --json
secret=$(json "$work/out" "d['secret']")
id=$(json "$work/out" "d['id']")
[ "$(json "$work/out" "d['aliases'] == ['fast-chat'] and d['budgets'][0]['nanos'] == 50000000")" = True ] || die "scope"
[ "$(json "$work/out" "d['passport']['owner']")" = team-search ] || die "passport"
exits 0 "$gwctl" key may app fast-chat
says out 'app may call fast-chat: in the list'
exits 1 "$gwctl" key may app smart-chat --json
[ "$(json "$work/out" "(d['allowed'], d['rule'])")" = "(False, 'not_in_list')" ] || die "key may"
exits 2 "$gwctl" key may app nosuch
exits 2 "$gwctl" key may app fast-chat --from 10.0.0.0/8
exits 0 "$gwctl" key create office --cidr 10.20.0.0/16 --budget 0.05/lifetime
exits 1 "$gwctl" key may office fast-chat # this machine calls as 127.0.0.1
says out 'not from this address'
exits 0 "$gwctl" key may office fast-chat --from 10.20.3.4
exits 2 "$gwctl" key raise office 5/lifetime
says err 'needs an end'
exits 2 "$gwctl" key raise office 5/day --until 3d
exits 0 "$gwctl" key raise office 0.01/lifetime --until 3d --yes --reason 'launch week'
exits 0 "$gwctl" key show office --json
[ "$(json "$work/out" "d['budgets'][0]['raise_nanos']")" = 10000000 ] || { cat "$work/out"; die "the raise"; }
exits 0 "$gwctl" key delete office --yes
exits 0 "$gwctl" key create app2 --alias fast-chat
[ "$(wc -l < "$work/out")" = 1 ] || die "only the secret goes to stdout"
says err 'shown this once'

[ "$(chat "$secret" fast-chat)" = 200 ] || die "the key is refused: $(cat "$work/answer")"
request=$(request_id)
[ "$(chat "$secret" smart-chat)" = 403 ] || die "an alias outside the scope is served"
[ "$(chat "${secret%??}zz" fast-chat)" = 401 ] || die "a wrong key is served"

exits 0 "$gwctl" key disable app --json
[ "$(json "$work/out" "d['enabled']")" = False ] || die "disable"
[ "$(chat "$secret" fast-chat)" = 401 ] || die "a disabled key is served"
exits 0 "$gwctl" key enable "$id"
exits 0 "$gwctl" key update app --alias smart-chat --json
[ "$(json "$work/out" "d['aliases']")" = "['smart-chat']" ] || die "update"
[ "$(chat "$secret" fast-chat)" = 403 ] || die "the old scope still holds"
[ "$(chat "$secret" smart-chat)" = 200 ] || die "the new scope does not hold"

# Every limit is set, told, held and taken away again.
exits 0 "$gwctl" key create bound --alias fast-chat --family chat,responses --upstream scripted --cidr 10.0.0.0/8 --cidr 192.0.2.1 \
    --budget 5/day --budget 1/12h --soft 95,80 --rpm 60 --tpm 9000 --parallel 4 --json
bound=$(json "$work/out" "d['secret']")
exits 0 "$gwctl" key show bound --json
[ "$(json "$work/out" "(d['families'], d['upstreams'], d['networks'], d['soft_percents'], d['rpm'], d['tpm'], d['parallel'])")" = \
    "(['chat', 'responses'], ['scripted'], ['10.0.0.0/8', '192.0.2.1'], [80, 95], 60, 9000, 4)" ] || { cat "$work/out"; die "limits"; }
[ "$(json "$work/out" "[(b['nanos'], b['window'], b['free_nanos']) for b in d['budgets']]")" = \
    "[(5000000000, 'day', 5000000000), (1000000000, '12h', 1000000000)]" ] || die "budgets"
exits 0 "$gwctl" key show bound
says out '192.0.2.1'
[ "$(chat "$bound" fast-chat)" = 403 ] || die "a call from another network is served"
exits 0 "$gwctl" key update bound --cidr any --rpm none --soft none --json
[ "$(json "$work/out" "(d['networks'], d['rpm'], d['soft_percents'], d['tpm'])")" = "([], 0, [], 9000)" ] || die "limits stay"
[ "$(chat "$bound" fast-chat)" = 200 ] || die "the network still holds: $(cat "$work/answer")"
exits 2 "$gwctl" key create wrong --rpm many
says err '--rpm'
exits 2 "$gwctl" key create wrong --soft 0
exits 2 "$gwctl" key create wrong --cidr 10.0.0.0/33
says err '"10.0.0.0/33" is no address or network'
exits 2 "$gwctl" key create wrong --family speech
exits 2 "$gwctl" key create wrong --budget 5/year
exits 2 "$gwctl" key create wrong --group team
says err 'cannot hold --group'
exits 0 "$gwctl" key create grouped --group team --accept-gaps

# A rotation: both secrets for a while, then only the new one.
exits 0 "$gwctl" key rotate bound --json
turned=$(json "$work/out" "d['secret']")
[ "$(chat "$bound" fast-chat)$(chat "$turned" fast-chat)" = 200200 ] || die "one of the two secrets is refused"
exits 0 "$gwctl" key rotate bound --overlap 0
[ "$(wc -l < "$work/out")" = 1 ] || die "only the secret goes to stdout"
[ "$(chat "$turned" fast-chat)" = 401 ] || die "a replaced secret is served"
[ "$(chat "$(cat "$work/out")" fast-chat)" = 200 ] || die "the new secret is refused"
exits 2 "$gwctl" key rotate bound --overlap 24
exits 2 "$gwctl" key rotate bound --overlap 91d
no_secret "$turned"

exits 0 "$gwctl" usage sync
exits 0 "$gwctl" usage list --filter "request_id = $request" --json
[ "$(json "$work/out" "len(d['items']) == 1 and d['items'][0]['key'] == 'app'")" = True ] || die "usage row"

exits 2 "$gwctl" key delete app
says err '--yes'
exits 0 "$gwctl" key delete app --yes --reason 'launch is over'
[ "$(chat "$secret" smart-chat)" = 401 ] || die "a deleted key is served"
exits 0 "$gwctl" key show app
says out 'launch is over'
exits 2 "$gwctl" key update app --rpm 5
says err 'was deleted by'
exits 2 "$gwctl" key show nobody
says err 'no key has the id or the name'
# Somebody else deletes one: it is remembered from the last list that held it.
exits 0 "$gwctl" key create theirs --alias fast-chat --json
theirs=$(json "$work/out" "d['id']")
exits 0 "$gwctl" key list
printf 'Authorization: Bearer %s\n' "$admin_key" > "$work/auth"
curl -s -o /dev/null -X DELETE -H @"$work/auth" "$admin_url/keys/$theirs"
rm "$work/auth"
exits 0 "$gwctl" key list
exits 0 "$gwctl" key show theirs
says out 'gone; first missing'
exits 2 "$gwctl" key delete theirs --yes
says err 'gone from the gateway; first missing'
exits 0 "$gwctl" key list --filter 'name = app2' --json
[ "$(json "$work/out" "len(d['items'])")" = 1 ] || die "filter"
exits 0 "$gwctl" key delete bound --yes
exits 0 "$gwctl" key delete grouped --yes
exits 0 "$gwctl" key list --limit "$before" --json
[ "$(json "$work/out" "d['complete']")" = False ] || die "limit"
no_secret "$secret"
no_secret "$admin_key"
stop_serving
exits 3 "$gwctl" key list --json
[ "$(json "$work/out" "bool(d['error']['kind'] and d['error']['why'] and d['error']['try'])")" = True ] || die "error shape"
