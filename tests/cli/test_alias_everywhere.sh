#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# alias list --all: the catalogs of all profiles side by side, with every gateway away.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fakes.sh"

exits 0 "$gwctl" alias list --all
says err 'no alias of any profile fits'
says err 'its catalog was never read'
serve --seed demo
exits 0 "$gwctl" alias sync
stop_serving
fake litellm
exits 0 "$gwctl" --profile litellm alias sync
unfake

exits 0 "$gwctl" alias list --all
says out 'NAME'
says out 'litellm'
says out 'fast-chat'
says out 'not there'
says err 'as last seen at'
exits 0 "$gwctl" alias list --all --json
[ "$(json "$work/out" "d['complete'] and all(set(i) == {'name', 'differs', 'profiles'} and len(i['profiles']) == 2 for i in d['items'])")" = True ] ||
    die "list --all: $(cat "$work/out")"
[ "$(json "$work/out" "[[n for n, a in i['profiles'].items() if a] for i in d['items'] if i['name'] == 'fast-chat']")" = "[['Test gateway']]" ] ||
    die "where fast-chat is: $(cat "$work/out")"
[ "$(json "$work/out" "[i['profiles']['Test gateway']['proven'] for i in d['items'] if i['name'] == 'fast-chat']")" = "['not proven']" ] || die "proven"
exits 0 "$gwctl" alias list --all --differing --json
[ "$(json "$work/out" "len(d['items']) > 0 and all(i['differs'] for i in d['items'])")" = True ] || die "differing"
exits 0 "$gwctl" alias list --all --limit 1 --json
next=$(json "$work/out" "d['next']")
exits 0 "$gwctl" alias list --all --after "$next" --json
[ "$(json "$work/out" "'$next' not in [i['name'] for i in d['items']] and len(d['items']) > 0")" = True ] || die "after"
exits 2 "$gwctl" alias list --all --after nosuch
exits 0 "$gwctl" alias list --all --filter 'name = fast-chat' --json
[ "$(json "$work/out" "[i['name'] for i in d['items']]")" = "['fast-chat']" ] || die "filter"
exits 2 "$gwctl" alias list --all --filter 'colour = red'
no_secret "$admin_key"
