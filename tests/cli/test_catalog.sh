#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# alias sync, snapshot, diff, check and export: on the embedded gateway, then with it away.
. "$(dirname "$0")/lib.sh"

exits 2 "$gwctl" alias list --offline
says err 'was kept yet'
says err 'alias sync'
serve --seed demo
exits 0 "$gwctl" alias sync --json
[ "$(json "$work/out" "d['changed'] and d['aliases'] >= 6 and len(d['hash']) == 64")" = True ] || die "the first sync"
exits 0 "$gwctl" alias sync --json
[ "$(json "$work/out" "d['changed']")" = False ] || die "nothing changed"
exits 2 "$gwctl" alias diff
says err 'one state at most'

# Somebody edits the catalog at the gateway.
edited=$(curl -fsS -H "Authorization: Bearer $admin_key" "$admin_url/aliases/fast-chat" \
    | python3 -c 'import json,sys; a=json.load(sys.stdin); a["price"]["input_nanos_per_million"]=160000000; print(json.dumps({k: a[k] for k in sys.argv[1:] if a.get(k) is not None}))' \
        routes price families strategy fallbacks)
curl -fsS -X PUT -H "Authorization: Bearer $admin_key" -H 'Content-Type: application/json' -d "$edited" \
    "$admin_url/aliases/fast-chat" > /dev/null || die "the alias was not edited"
exits 0 "$gwctl" alias sync
says out 'a new snapshot'
says out 'price in'
exits 1 "$gwctl" alias diff --json
[ "$(json "$work/out" "{(i['alias'], i['what']) for i in d['items']} == {('fast-chat', 'changed')}")" = True ] || die "diff"
exits 0 "$gwctl" alias snapshot --json
[ "$(json "$work/out" "[s['aliases'] for s in d['items']] and len(d['items']) == 2 and d['complete']")" = True ] || die "snapshots"
older=$(json "$work/out" "d['items'][1]['id']")
exits 1 "$gwctl" alias diff "$older" now
says out 'fast-chat'
exits 0 "$gwctl" alias diff now now
says out 'no difference'

exits 0 "$gwctl" alias prices fast-chat --json
[ "$(json "$work/out" "[(s['price']['input_nanos'], s['current']) for s in d['items']]")" = "[(160000000, True), (150000000, False)]" ] ||
    die "prices: $(cat "$work/out")"
exits 0 "$gwctl" alias prices
says out 'current'
says out 'typed here'
exits 2 "$gwctl" alias prices nosuch
says err 'no kept catalog has an alias "nosuch"'

# The file: the same bytes again, and what a diff reads.
exits 0 "$gwctl" alias export "$work/a.json"
says out 'written to'
exits 0 "$gwctl" alias export
cmp -s "$work/a.json" "$work/out" || die "standard output is not the file"
exits 0 "$gwctl" alias snapshot "$older"
cp "$work/out" "$work/older.json"
exits 1 "$gwctl" alias diff "$work/older.json" "$work/a.json"
says out 'price in'
exits 0 "$gwctl" alias diff "$work/a.json" now
echo '{"gatewright_catalog":1,"aliases":[{"name":"x","rotes":[]}]}' > "$work/wrong.json"
exits 2 "$gwctl" alias diff "$work/wrong.json" now
says err 'rotes'
exits 2 "$gwctl" alias diff "$work/none.json" now
says err 'cannot be read'
exits 2 "$gwctl" alias diff yesterday now
says err 'no number of a snapshot'
exits 2 "$gwctl" alias diff 1999-01-01 now
says err 'no snapshot'
exits 2 "$gwctl" alias export "$work/no/such/folder.json"
says err 'cannot be written'
exits 2 "$gwctl" alias export --format xml
says err 'not "xml"'
exits 0 "$gwctl" alias export "$work/config.yaml" --format litellm
sed -i 's/^model_list:/model_list: # by hand/; s/weight: .*/weight: 77 # guessed/' "$work/config.yaml"
exits 0 "$gwctl" alias export "$work/config.yaml" --format litellm --update
grep -q '^model_list: # by hand' "$work/config.yaml" || die "a remark is lost: $(cat "$work/config.yaml")"
grep -q 'weight: 77' "$work/config.yaml" && die "not brought up to date: $(cat "$work/config.yaml")"
grep -q 'weight: [0-9]* # guessed' "$work/config.yaml" || die "a remark beside a value is lost: $(cat "$work/config.yaml")"
exits 2 "$gwctl" alias export --format litellm --update
says err 'update needs'
for format in litellm envoy newapi; do
    exits 0 "$gwctl" alias export --format "$format" --json
    [ "$(json "$work/out" "'fast-chat' in d['text'] and d['format'] == '$format'")" = True ] || die "export $format"
done

# What is wrong with it: a fallback circle and a name that nobody serves.
exits 0 "$gwctl" usage sync
exits 0 "$gwctl" alias check --json
[ "$(json "$work/out" "'error' not in {f['severity'] for f in d['items']}")" = True ] || die "the demo has an error"
exits 2 "$gwctl" alias check --days 0
says err '"0" is no number of days'

# Away: the catalog as last seen.
stop_serving
exits 3 "$gwctl" alias check
exits 0 "$gwctl" alias list --offline --json
[ "$(json "$work/out" "[a['price']['input_nanos'] for a in d['items'] if a['name'] == 'fast-chat']")" = '[160000000]' ] || die "offline list"
exits 0 "$gwctl" alias show fast-chat --offline
says err 'as last seen'
exits 0 "$gwctl" alias check --offline --json
exits 0 "$gwctl" alias export "$work/b.json" --offline
cmp -s "$work/a.json" "$work/b.json" || die "the file is another one offline"
no_secret "$admin_key"
