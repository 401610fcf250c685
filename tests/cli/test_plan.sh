#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A declared state: exported from one gateway, compared three ways, applied to another, applied again to no effect.
. "$(dirname "$0")/lib.sh"

plan=$work/keys.yaml
serve --seed empty
exits 0 "$gwctl" key create web --alias test-echo --budget 5/day --soft 80,95 --rpm 60 --expires 2030-01-31 --owner team-web --json
secret=$(json "$work/out" "d['secret']")
exits 0 "$gwctl" key create batch --alias test-echo --cidr 10.0.0.0/8
exits 0 "$gwctl" key create theirs
exits 0 "$gwctl" plan export "$plan"
says out "written to $plan"
exits 0 "$gwctl" plan export -
cmp -s "$work/out" "$plan" || die "two exports of one state differ"
! grep -qE "sk-|$secret" "$plan" || die "a secret is in the plan"
exits 0 "$gwctl" plan diff "$plan"
says err '0 keys differ, 3 are as declared'
exits 0 "$gwctl" plan apply "$plan" --yes
says err 'nothing to change'

# The other environment: no key yet, other names and limits there.
stop_serving
first=$GATEWRIGHT_HOME
export GATEWRIGHT_HOME=$work/production
serve --seed empty
cat > "$work/production.yaml" <<'YAML'
version: 1
keys:
  - {name: web, as: web-prod, rpm: 600, passport: {environment: production}}
  - {name: theirs, absent: true}
YAML
exits 1 "$gwctl" plan diff "$plan" --overlay "$work/production.yaml" --json
[ "$(json "$work/out" "[(r['name'], r['action'], r['since']) for r in d['rows']]")" = \
    "[('batch', 'create', 'file'), ('web-prod', 'create', 'file')]" ] || { cat "$work/out"; die "diff"; }
exits 0 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --dry-run
says err 'nothing was written'
exits 0 "$gwctl" key list --json
[ "$(json "$work/out" "d['items']")" = '[]' ] || die "a dry run wrote"
exits 0 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --reason OPS-7 --yes --json
[ "$(json "$work/out" "(d['state'], d['reason'], sorted(s['name'] for s in d['steps'] if s.get('secret')))")" = \
    "('applied', 'OPS-7', ['batch', 'web-prod'])" ] || { cat "$work/out"; die "apply"; }
exits 0 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --yes
says err 'nothing to change'
exits 0 "$gwctl" key show web-prod --json
[ "$(json "$work/out" "(d['rpm'], d['budgets'][0]['nanos'], d['soft_percents'], d['expires_at'], d['passport']['environment'], d['passport']['owner'])")" = \
    "(600, 5000000000, [80, 95], '2030-01-31T00:00:00.000Z', 'production', 'team-web')" ] || { cat "$work/out"; die "promoted"; }

# Drift is told and put right; a change on both sides is a conflict until somebody decides.
exits 0 "$gwctl" key update batch --cidr any
exits 1 "$gwctl" plan diff "$plan" --overlay "$work/production.yaml"
says out 'changed on the gateway since'
exits 0 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --yes
exits 0 "$gwctl" key show batch --json
[ "$(json "$work/out" "d['networks']")" = "['10.0.0.0/8']" ] || die "drift stays"
exits 0 "$gwctl" key update web-prod --rpm 7
sed -i 's/rpm: 600/rpm: 900/' "$work/production.yaml"
exits 6 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --yes
says err 'changed in the file and on the gateway: rpm'
exits 0 "$gwctl" key show web-prod --json
[ "$(json "$work/out" "d['rpm']")" = 7 ] || die "a conflict was overwritten"
exits 0 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --overwrite --yes
exits 0 "$gwctl" key show web-prod --json
[ "$(json "$work/out" "d['rpm']")" = 900 ] || die "--overwrite"

# What is no longer declared goes with --prune only; what never was declared stays.
exits 0 "$gwctl" key create unmanaged
python3 - "$work/production.yaml" <<'PY'
import sys
with open(sys.argv[1], 'a') as out:
    out.write('  - {name: batch, absent: true}\n')
PY
exits 1 "$gwctl" plan diff "$plan" --overlay "$work/production.yaml"
says out 'delete, with --prune'
exits 0 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --yes
exits 0 "$gwctl" key show batch
exits 0 "$gwctl" plan apply "$plan" --overlay "$work/production.yaml" --prune --yes
exits 0 "$gwctl" key show batch --json
[ "$(json "$work/out" "bool(d['deleted']['set'])")" = True ] || die "prune"
exits 0 "$gwctl" key show unmanaged
exits 0 "$gwctl" plan diff "$plan" --overlay "$work/production.yaml"

# Aliases: a gateway with some, promoted to this one, three ways and to no effect twice.
production=$GATEWRIGHT_HOME
stop_serving
export GATEWRIGHT_HOME=$work/source
serve --seed demo
exits 0 "$gwctl" plan export "$work/whole.yaml" --aliases
says out 'written with them'
python3 - "$work/whole.yaml" "$work/aliases.yaml" <<'PY'
import sys
text = open(sys.argv[1]).read()
keys, aliases = text.index('\nkeys:') + 1, text.index('\naliases:') + 1
open(sys.argv[2], 'w').write(text[:keys] + text[aliases:])
PY
exits 0 "$gwctl" plan diff "$work/aliases.yaml"
stop_serving
export GATEWRIGHT_HOME=$work/target
serve --seed empty
exits 1 "$gwctl" plan diff "$work/aliases.yaml" --json
[ "$(json "$work/out" "('fast-chat', 'alias', 'create', 'file') in [(r['name'], r['object'], r['action'], r['since']) for r in d['rows']]")" = True ] ||
    { cat "$work/out"; die "aliases differ"; }
exits 0 "$gwctl" plan apply "$work/aliases.yaml" --yes
exits 0 "$gwctl" alias show fast-chat
exits 0 "$gwctl" plan apply "$work/aliases.yaml" --yes
says err 'nothing to change'
exits 0 "$gwctl" plan diff "$work/aliases.yaml"
stop_serving
export GATEWRIGHT_HOME=$production
serve --seed empty

# Bad files name their line.
printf 'version: 1\nkeys:\n  - {name: a, colour: red}\n' > "$work/bad.yaml"
exits 2 "$gwctl" plan diff "$work/bad.yaml"
says err 'line 3'
exits 2 "$gwctl" plan apply "$work/nosuch.yaml"
exits 2 "$gwctl" plan diff "$plan" --overlay "$work/bad.yaml"
says err '--overlay'
exits 2 "$gwctl" plan export "$work/no/such/folder.yaml"
no_secret "$secret"
stop_serving
exits 3 "$gwctl" plan diff "$plan"
[ -d "$first" ] || die "the first data dir"
