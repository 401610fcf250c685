#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Change sets over the command line: staged, looked at, applied, taken back; each state proven by a call from outside.
. "$(dirname "$0")/lib.sh"

exits 0 "$gwctl" change list
says err 'nothing yet; gwctl key update ID --stage'
exits 2 "$gwctl" change show 1
says err 'there is no change set 1'
says err 'try: gwctl change list'
exits 2 "$gwctl" change apply one
says err 'no number of a change set'
serve --seed demo
exits 0 "$gwctl" key update support-bot --rpm 10 --yes # its expiry has a fraction of a second, which nobody touches
exits 0 "$gwctl" key disable ci-review --yes
exits 0 "$gwctl" key create app --alias fast-chat --owner web --json
secret=$(json "$work/out" "d['secret']")
app=$(json "$work/out" "d['id']")
exits 0 "$gwctl" key create old --alias fast-chat --owner web --json
old_secret=$(json "$work/out" "d['secret']")
old=$(json "$work/out" "d['id']")

# Staging writes nothing; two edits of one key are one step; a set is joined by its number.
exits 0 "$gwctl" key disable app --stage --title 'launch' --reason 'OPS-7' --json
set=$(json "$work/out" "d['id']")
[ "$(json "$work/out" "(d['state'], d['title'], d['reason'], d['step_count'], d['steps'][0]['fields'])")" = \
    "('open', 'launch', 'OPS-7', 1, ['enabled'])" ] || { cat "$work/out"; die "stage"; }
[ "$(chat "$secret" fast-chat)" = 200 ] || die "staging wrote"
exits 0 "$gwctl" key update app --rpm 60 --stage --set "$set" --json
[ "$(json "$work/out" "[s['fields'] for s in d['steps']]")" = "[['rpm', 'enabled']]" ] || { cat "$work/out"; die "merge"; }
exits 0 "$gwctl" key create fresh --alias fast-chat --budget 1/day --stage --set "$set"
says err "staged as change set $set; gwctl change apply $set"
exits 0 "$gwctl" key update fresh --rpm 7 --stage --set "$set"
exits 0 "$gwctl" key delete old --stage --set "$set" --json
[ "$(json "$work/out" "[(s['action'], s['name'], s['state']) for s in d['steps']]")" = \
    "[('change', 'app', 'pending'), ('create', 'fresh', 'pending'), ('delete', 'old', 'pending')]" ] || { cat "$work/out"; die "steps"; }
[ "$(json "$work/out" "any('do not come back' in c['text'] for c in d['concerns'])")" = True ] || die "no word about a deletion"
exits 0 "$gwctl" key create gone --alias fast-chat --stage --set "$set"
exits 0 "$gwctl" key delete gone --stage --set "$set" --json
[ "$(json "$work/out" "d['step_count']")" = 3 ] || die "a step that is taken out stays"
exits 2 "$gwctl" key create lone --set "$set"
says err '--set and --title are of change sets'
exits 2 "$gwctl" key update app --rpm 1 --stage --set 999
exits 0 "$gwctl" change list --json
[ "$(json "$work/out" "[(i['id'], i['state'], i['profile'], i['step_count']) for i in d['items']]")" = \
    "[($set, 'open', 'Test gateway', 3)]" ] || { cat "$work/out"; die "change list"; }
exits 0 "$gwctl" change show "$set"
says out 'OPS-7'
says out 'rpm'
exits 0 "$gwctl" usage sync
exits 0 "$gwctl" change show "$set" --json
[ "$(json "$work/out" "(d['impact']['known_rows'] > 0, d['impact']['calls'], d['steps'][0]['after']['rpm'])")" = "(True, 1, 60)" ] ||
    { cat "$work/out"; die "impact"; }

# Apply: asks where something is deleted, stops without an answer, gives a secret once.
exits 2 "$gwctl" change apply "$set"
says err '--yes'
exits 0 "$gwctl" change apply "$set" --yes --json
[ "$(json "$work/out" "(d['state'], [s['state'] for s in d['steps']])")" = "('applied', ['done', 'done', 'done'])" ] || { cat "$work/out"; die "apply"; }
fresh=$(json "$work/out" "d['steps'][1]['secret']")
[ "$(chat "$secret" fast-chat)$(chat "$old_secret" fast-chat)$(chat "$fresh" fast-chat)" = 401401200 ] || die "what was applied does not hold"
exits 0 "$gwctl" change apply "$set" --yes --json
[ "$(json "$work/out" "(d['state'], 'secret' in d['steps'][1])")" = "('applied', False)" ] || die "applied twice"
exits 6 "$gwctl" change drop "$set"
says err "change set $set is applied"

# A deleted key is remembered: who, when, why, what it had spent.
exits 0 "$gwctl" key show old --json
[ "$(json "$work/out" "(d['id'], d['deleted']['reason'], d['deleted']['set'], bool(d['deleted']['by'] and d['deleted']['at']))")" = \
    "('$old', 'OPS-7', $set, True)" ] || { cat "$work/out"; die "tombstone"; }
exits 0 "$gwctl" key show "$old"
says out 'Spent at its end'
exits 2 "$gwctl" key update old --rpm 1
says err 'was deleted by'

# Undo: the settings are back, and what cannot come back is said.
exits 0 "$gwctl" change undo "$set" --yes --json
[ "$(json "$work/out" "(d['state'], [s['remark'] for s in d['steps']])")" = "('undone', [None, None, 'made_anew'])" ] || { cat "$work/out"; die "undo"; }
again=$(json "$work/out" "d['steps'][2]['secret']")
[ "$(chat "$secret" fast-chat)$(chat "$old_secret" fast-chat)$(chat "$fresh" fast-chat)$(chat "$again" fast-chat)" = 200401401200 ] || die "undone is not as before"
exits 0 "$gwctl" key show app --json
[ "$(json "$work/out" "(d['id'], d['rpm'], d['enabled'])")" = "('$app', 0, True)" ] || die "app is not as before"
exits 6 "$gwctl" change apply "$set" --yes
says err "change set $set is undone"

for one in "$secret" "$fresh" "$again" "$old_secret"; do no_secret "$one"; done
stop_serving
exits 3 "$gwctl" change apply "$set" --yes
exits 0 "$gwctl" change show "$set"
