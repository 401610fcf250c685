#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# An access review: taken, decided key by key, closed, written for others, and compared with the next one.
. "$(dirname "$0")/lib.sh"
cat > "$work/gateway.yaml" <<'YAML'
aliases:
  - {name: fast-chat, routes: [{upstream: scripted, model: test-echo}]}
YAML
serve --config "$work/gateway.yaml"
exits 0 "$gwctl" key create web --alias fast-chat --owner web --purpose checkout --ticket T-1 --budget 10/day --json
secret=$(json "$work/out" "d['secret']")
exits 0 "$gwctl" key create loose --yes
[ "$(chat "$secret" fast-chat)" = 200 ] || die "the call failed"

exits 0 "$gwctl" key review --list
says err 'key review --keep'
exits 2 "$gwctl" key review 1
exits 2 "$gwctl" key review --close
exits 0 "$gwctl" key review --json
[ "$(json "$work/out" "d['id']")" = None ] || die "kept without being asked"
[ "$(json "$work/out" "[(r['key']['name'], r['most_per_month_nanos'], r['risks'], r['last_use'] is not None) for r in d['items']]")" \
    = "[('loose', None, ['no_owner', 'no_limit', 'every_alias'], False), ('web', 310000000000, [], True)]" ] || { cat "$work/out"; die "rows"; }

exits 0 "$gwctl" key review --keep --out "$work/review.md"
says err 'kept as review 1'
says out 'no spend limit'
grep -q '^| web | web | checkout, T-1 | enabled | fast-chat |' "$work/review.md" || { cat "$work/review.md"; die "Markdown"; }
exits 2 "$gwctl" key review --keep --out /nowhere/review.md
says err '/nowhere/review.md'

exits 2 "$gwctl" key review --decide web
exits 2 "$gwctl" key review --decide web=perhaps
exits 2 "$gwctl" key review --decide nobody=keep
exits 2 "$gwctl" key review 1 --close
says err '2 keys are undecided'
exits 0 "$gwctl" key review 1 --decide web=keep --note 'still needed'
exits 0 "$gwctl" key review 1 --decide loose=disable --close
exits 2 "$gwctl" key review 1 --decide web=delete
says err 'closed'
exits 0 "$gwctl" key show loose --json
[ "$(json "$work/out" "d['enabled']")" = True ] || die "a decision alone changed the key"

# The next one names only what changed.
exits 0 "$gwctl" key update loose --owner search
exits 0 "$gwctl" key review --with 1 --json
[ "$(json "$work/out" "[(x['key'], x['field'], x['before'], x['after']) for x in d['differences']]")" \
    = "[('loose', 'passport.owner', '', 'search'), ('loose', 'risks', ['no_owner', 'no_limit', 'every_alias'], ['no_limit', 'every_alias'])]" ] \
    || { cat "$work/out"; die "differences"; }

# Without the gateway: the keys as last seen.
stop_serving
exits 3 "$gwctl" key review
exits 0 "$gwctl" key review --offline
says err 'as last seen at'
says out 'loose'
no_secret "$secret"
