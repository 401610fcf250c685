#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# alias list and show, on the embedded gateway; test_generations asks the others.
. "$(dirname "$0")/lib.sh"

exits 3 "$gwctl" alias list
says err 'try: gwctl gateway serve'
serve --seed demo
exits 0 "$gwctl" alias list --json
[ "$(json "$work/out" "d['complete'] and d['next'] is None and len(d['items']) >= 6")" = True ] || die "alias list"
[ "$(json "$work/out" "[a['price']['input_nanos'] for a in d['items'] if a['name']=='fast-chat'][0] > 0")" = True ] || die "price"
exits 0 "$gwctl" alias list
says out 'fast-chat'
exits 0 "$gwctl" alias list --limit 2 --json
next=$(json "$work/out" "d['next']")
[ "$(json "$work/out" "(d['complete'], len(d['items']), d['items'][1]['name'] == d['next'])")" = '(False, 2, True)' ] || die "limit"
first=$(json "$work/out" "[a['name'] for a in d['items']]")
exits 0 "$gwctl" alias list --limit 2 --after "$next" --json
[ "$(json "$work/out" "not set(a['name'] for a in d['items']) & set($first)")" = True ] || die "after gives the same again"
exits 2 "$gwctl" alias list --after nosuch
says err 'not in this list'
exits 0 "$gwctl" alias list --filter 'name = fast-chat' --json
[ "$(json "$work/out" "[a['name'] for a in d['items']]")" = "['fast-chat']" ] || die "filter"
exits 0 "$gwctl" alias list --filter 'name = nosuch'
says err 'no alias fits'
exits 2 "$gwctl" alias list --filter 'colour = red'
says err 'colour'
exits 0 "$gwctl" alias show fast-chat --json
[ "$(json "$work/out" "d['name'] == 'fast-chat' and d['routes'][0]['upstream'] == 'scripted'")" = True ] || die "alias show"
exits 0 "$gwctl" alias show fast-chat
says out 'scripted'
exits 2 "$gwctl" alias show nosuch
says err 'lists no alias "nosuch"'
exits 2 "$gwctl" alias show
stop_serving
no_secret "$admin_key"
